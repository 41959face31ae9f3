using System.Text.Json;
using GroundedDocs.App.Cli;
using GroundedDocs.Groundtruth.Hostile;
using Xunit;

namespace GroundedDocs.Tests.App.Cli;

/// <summary>What a user types, and the one sentence that answers when it cannot be done.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("groundeddocs-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Extract_MissingFile_IsRefusedWithItsName() => await AssertRefusedAsync(["extract", "nowhere.pdf"], "nowhere.pdf");

    [Fact]
    public async Task Extract_EmptyFile_IsRefused() => await AssertRefusedAsync(["extract", Write("empty.pdf", [])], "empty");

    [Fact]
    public async Task Extract_TextCalledPdf_IsRefused() =>
        await AssertRefusedAsync(["extract", Write("minutes.pdf", BadFiles.TextCalledPdf)], "PDF");

    [Fact]
    public async Task Extract_EncryptedPdf_IsRefused() =>
        await AssertRefusedAsync(["extract", Write("secret.pdf", BadFiles.EncryptedPdf)], "password");

    [Fact]
    public async Task Extract_HugePicture_IsRefusedFromItsHeader() =>
        await AssertRefusedAsync(["extract", Write("huge.png", BadFiles.HugePng)], "pixels");

    [Fact]
    public async Task Extract_TooManyPages_IsRefusedWithTheLimit() =>
        await AssertRefusedAsync(["extract", Write("archive.pdf", BadFiles.EmptyPages(3_000))], "2,000");

    [Fact]
    public async Task Extract_UnknownDomain_NamesTheKnownOnes() =>
        await AssertRefusedAsync(["extract", Write("a.pdf", BadFiles.TextCalledPdf), "--domain", "poems"], "document.invoice");

    [Theory]
    [InlineData("not json", "JSON")]
    [InlineData("[1, 2]", "object")]
    [InlineData("{\"type\": \"string\"}", "object")]
    public async Task Extract_UnusableSchema_IsRefused(string schema, string word)
    {
        var path = Path.Combine(folder, "schema.json");
        await File.WriteAllTextAsync(path, schema, TestContext.Current.CancellationToken);

        await AssertRefusedAsync(["extract", Write("a.pdf", BadFiles.TextCalledPdf), "--schema", path], word);
    }

    [Fact]
    public async Task Extract_UnknownOption_PointsToHelp() => await AssertRefusedAsync(["extract", "--colour", "red"], "--help");

    [Fact]
    public async Task Extract_ManifestWithBadDocuments_HasAnErrorLineForEach()
    {
        Write("minutes.pdf", BadFiles.TextCalledPdf);
        Write("cut.jpg", BadFiles.TruncatedJpeg);
        var manifest = Write(
            "docs.jsonl",
            """
            {"id": "text", "file": "minutes.pdf", "domain": "invoice"}
            {"id": "gone", "file": "gone.pdf", "domain": "invoice"}
            no json at all
            {"id": "cut", "file": "cut.jpg", "domain": "receipt"}
            """u8.ToArray()
        );
        var output = Path.Combine(folder, "out.jsonl");

        var (code, _) = await RunAsync(["extract", "--manifest", manifest, "--out", output]);

        Assert.Equal(0, code);
        var lines = (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.Equal(["text", "gone", "line 3", "cut"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.All(lines, line => Assert.NotEqual(JsonValueKind.Null, line.GetProperty("error").ValueKind));
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static async Task AssertRefusedAsync(string[] args, string word)
    {
        var (code, said) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Single(said.Trim().Split('\n'));
        Assert.Contains(word, said, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(int Code, string Said)> RunAsync(string[] args)
    {
        var (usual, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            return (await CommandLine.RunAsync(args), said.ToString());
        }
        finally
        {
            Console.SetError(usual);
        }
    }
}
