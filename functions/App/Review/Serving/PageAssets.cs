using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace GroundedDocs.App.Review.Serving;

/// <summary>
/// The files of the page, which the program carries in itself. They are served under a name that holds the hash of them all, so
/// that a browser keeps them for good and a new version is never mixed with an old one.
/// </summary>
internal sealed class PageAssets
{
    private const string ResourcePrefix = "page/";
    private const string StartName = "index.html";
    private const string VersionMark = "{{version}}";
    private const int VersionDigits = 16;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, PageAsset> assets = new(StringComparer.Ordinal);

    /// <summary>Reads and compresses all files once.</summary>
    public PageAssets()
    {
        var contents = Read();
        Version = Hash(contents);
        foreach (var (name, content) in contents)
        {
            var written = name == StartName ? WithVersion(content) : content;
            assets[name] = new PageAsset(written, Compress(written), ContentTypes[Path.GetExtension(name)]);
        }
    }

    /// <summary>The hash of all files, part of their addresses.</summary>
    public string Version { get; }

    /// <summary>The page itself.</summary>
    public PageAsset Start => assets[StartName];

    /// <summary>A file by its path, or null.</summary>
    public PageAsset? Find(string path) => path == StartName ? null : assets.GetValueOrDefault(path);

    private static SortedDictionary<string, byte[]> Read()
    {
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            contents[resource[ResourcePrefix.Length..].Replace('\\', '/')] = content.ToArray();
        }

        return contents;
    }

    private static string Hash(SortedDictionary<string, byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in contents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionDigits];
    }

    private byte[] WithVersion(byte[] page) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page).Replace(VersionMark, Version, StringComparison.Ordinal));

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
