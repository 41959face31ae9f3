using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Lists;

/// <summary>
/// A data set as <c>evaluate</c> takes it, packed while it is sent: <c>files/</c> and <c>schemas/</c> first, <c>docs.jsonl</c> last. No
/// name in it is one that a sender chose.
/// </summary>
internal sealed class DataSetArchive : IAsyncDisposable
{
    private const int MaxEndingCharacters = 5;
    private const int HashDigits = 16;

    private readonly DocumentFlow flow;
    private readonly ZipArchive zip;
    private readonly HashSet<string> schemas = new(StringComparer.Ordinal);
    private readonly StringBuilder lines = new();

    private DataSetArchive(DocumentFlow flow, ZipArchive zip)
    {
        this.flow = flow;
        this.zip = zip;
    }

    /// <summary>Begins an archive on a stream that need not go back.</summary>
    public static async Task<DataSetArchive> BeginAsync(DocumentFlow flow, Stream stream, CancellationToken cancellationToken) =>
        new(flow, await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken));

    /// <summary>Adds a document with its file and schema.</summary>
    public async Task AddAsync(Submission submission, JsonObject line, CancellationToken cancellationToken)
    {
        using var source = await flow.DocumentReader.SourceAsync(submission, cancellationToken);
        if (source is null)
        {
            return;
        }

        var name = $"files/{submission.Id}{EndingOf(submission.DocumentName)}";
        await using (var file = File.OpenRead(source.Path))
        {
            // Documents are compressed already.
            await AddAsync(name, file, CompressionLevel.NoCompression, cancellationToken);
        }

        line["file"] = name;
        line["schema_file"] = line["schema"] is { } schema ? await SchemaAsync(schema.ToJsonString(), cancellationToken) : null;
        line.Remove("schema");
        lines.Append(TruthLines.Text(line)).Append('\n');
    }

    /// <summary>Ends the archive with the list of its documents.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString()));
        await AddAsync("docs.jsonl", content, CompressionLevel.Optimal, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private async Task<string> SchemaAsync(string json, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var name = $"schemas/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashDigits]}.json";
        if (schemas.Add(name))
        {
            using var content = new MemoryStream(bytes);
            await AddAsync(name, content, CompressionLevel.Optimal, cancellationToken);
        }

        return name;
    }

    private async Task AddAsync(string name, Stream content, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancellationToken);
        await content.CopyToAsync(entry, cancellationToken);
    }

    private static string EndingOf(string documentName)
    {
        var ending = Path.GetExtension(documentName);
        return ending.Length is > 1 and <= MaxEndingCharacters + 1 && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? ending.ToLowerInvariant()
            : "";
    }
}
