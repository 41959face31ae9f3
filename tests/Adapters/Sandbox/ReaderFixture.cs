using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Tests.Adapters.Sandbox;

/// <summary>One pool of reader processes for all tests of a class, and a folder for their files.</summary>
public sealed class ReaderFixture : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("readers");
    private int files;

    /// <summary>Readers that are never killed for being slow, so that a busy machine fails no test.</summary>
    public static SandboxOptions Patient { get; } = new() { OpenTimeout = TimeSpan.FromMinutes(5), PageTimeout = TimeSpan.FromMinutes(5) };

    /// <summary>The pool.</summary>
    public ReaderPool Pool { get; } = new(Patient, TimeProvider.System);

    /// <summary>Puts bytes into a file.</summary>
    public SourceDocument Store(byte[] bytes, string name = "document.pdf")
    {
        var path = Path.Combine(folder.FullName, $"{Interlocked.Increment(ref files)}-{name}");
        File.WriteAllBytes(path, bytes);
        return new SourceDocument(name, path);
    }

    /// <summary>Splits a document and collects its pages.</summary>
    public Task<(Result<int> Result, List<SplitPage> Pages)> SplitAsync(byte[] bytes, PageLimits? limits = null) =>
        SplitAsync(Store(bytes), Pool, limits);

    /// <summary>Splits a document with a pool of its own.</summary>
    public static async Task<(Result<int> Result, List<SplitPage> Pages)> SplitAsync(
        SourceDocument source,
        ReaderPool pool,
        PageLimits? limits = null
    )
    {
        var pages = new List<SplitPage>();
        var result = await new SandboxedDocumentSplitter(pool, limits ?? PageLimits.Default).SplitAsync(
            source,
            PageSelection.All,
            (page, _) =>
            {
                pages.Add(page);
                return Task.CompletedTask;
            },
            Xunit.TestContext.Current.CancellationToken
        );
        return (result, pages);
    }

    public void Dispose()
    {
        Pool.Dispose();
        folder.Delete(recursive: true);
    }
}
