using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Inbox;

/// <summary>What becomes of files that are dropped, whatever they are called.</summary>
public sealed class InboxDeskTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    public static TheoryData<string, string> Names =>
        new()
        {
            { "plain.pdf", "document.words/plain.pdf.json" },
            { "with spaces and 100%.pdf", "document.words/with spaces and 100%.pdf.json" },
            { "Größe – 请求书 🧾.pdf", "document.words/Größe – 请求书 🧾.pdf.json" },
            { "deep/er/file.pdf", "deep/er/file.pdf.json" },
            { "document.words/a/.../b.pdf", "document.words/a/_/b.pdf.json" },
            { "/leading.pdf", "document.words/leading.pdf.json" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Drop_UnderAnOddName_GetsItsResultBesideNoOther(string name, string result)
    {
        await bench.Blobs.WriteAsync(new BlobName(StorageNames.Schemas, "deep.json"), Bytes(FakeStages.SchemaJson), Cancellation);
        await DropAsync(name, "1\n");

        await bench.Flow.InboxDesk.TakeAsync(name, Cancellation);
        await bench.DrainAsync();

        Assert.Equal([result], await ResultsAsync());
    }

    [Theory]
    [InlineData('x')]
    [InlineData('ü')]
    [InlineData('\ud83e')]
    public async Task Drop_UnderTheLongestName_GetsAResultWhoseNameCanBeStored(char filler)
    {
        var unit = filler == '\ud83e' ? "🧾" : filler.ToString();
        var name = string.Concat(Enumerable.Repeat(unit, (1_000 / unit.Length) - 2)) + ".pdf";
        await DropAsync(name, "1\n");
        await DropAsync("y" + name, "1\n");

        await bench.Flow.InboxDesk.ScanAsync(Cancellation);
        await bench.DrainAsync();

        var results = await ResultsAsync();
        Assert.Equal(2, results.Distinct().Count());
        Assert.All(results, result => Assert.InRange(result.Length, 1, 1_024));
        Assert.All(results, result => Assert.Equal(result, Encoding.UTF8.GetString(new UTF8Encoding(false, true).GetBytes(result))));
    }

    [Theory]
    [InlineData("../work/secret")]
    [InlineData("document.words/../../work/secret")]
    [InlineData("./a.pdf")]
    public async Task Drop_WhoseNameLeadsElsewhere_IsRefusedAndReadsNothing(string name)
    {
        await DropAsync(name, "1\n");

        Assert.Null(await bench.Flow.InboxDesk.TakeAsync(name, Cancellation));
        Assert.Equal(1, await bench.Flow.InboxDesk.ScanAsync(Cancellation));
        Assert.Equal(0, await bench.Flow.InboxDesk.ScanAsync(Cancellation));

        var refused = Assert.Single(await bench.Flow.Submissions.ListAsync("inbox", Cancellation).ToListAsync(Cancellation));
        Assert.Equal((SubmissionStatus.Failed, "name.segments"), (refused.Status, refused.Failure?.Code));
    }

    [Fact]
    public async Task Drop_AnnouncedByManyEvents_IsOneSubmission()
    {
        await DropAsync("a.pdf", "1\n");

        var taken = 0;
        for (var i = 0; i < 3; i++)
        {
            taken += await bench.Flow.InboxDesk.TakeAsync("a.pdf", Cancellation) is null ? 0 : 1;
        }

        Assert.Equal(1, taken);
        Assert.Equal(0, await bench.Flow.InboxDesk.ScanAsync(Cancellation));
    }

    [Fact]
    public async Task Drop_DeletedBetweenEventAndWork_IsNothingToDo() =>
        Assert.Null(await bench.Flow.InboxDesk.TakeAsync("gone.pdf", Cancellation));

    [Fact]
    public async Task Drop_WrittenAgainUnderItsName_GivesTheNewerResult()
    {
        await DropAsync("a.pdf", "1\n");
        await bench.Flow.InboxDesk.TakeAsync("a.pdf", Cancellation);
        await DropAsync("a.pdf", "2\n");
        await bench.Flow.InboxDesk.TakeAsync("a.pdf", Cancellation);

        await bench.DrainAsync();

        Assert.Equal(2, (await ResultAsync("document.words/a.pdf.json"))["response"]!["words"]!.AsArray().Count);
    }

    [Fact]
    public async Task Drop_IsDatedByTheStoresClock_SoThatSkewedWorkersAgreeWhichIsNewer()
    {
        await DropAsync("a.pdf", "1\n");
        var written = (await bench.Blobs.FindAsync(new BlobName(StorageNames.Inbox, "a.pdf"), Cancellation))!.WrittenAt;
        bench.Time.Advance(TimeSpan.FromMinutes(5));

        var submission = await bench.Flow.InboxDesk.TakeAsync("a.pdf", Cancellation);

        Assert.Equal(written, submission!.CreatedAt);
    }

    [Fact]
    public async Task Drop_IntoAFolderOfAStoredSchema_UsesItsOptions()
    {
        var stored = $$"""{"json_schema":{{FakeStages.SchemaJson}},"grounding":false,"page_indices":[1,0]}""";
        await bench.Blobs.WriteAsync(new BlobName(StorageNames.Schemas, "mine.json"), Bytes(stored), Cancellation);
        await DropAsync("mine/a.pdf", "5\n");

        await bench.Flow.InboxDesk.TakeAsync("mine/a.pdf", Cancellation);
        await bench.DrainAsync();

        var result = await ResultAsync("mine/a.pdf.json");
        Assert.Equal("mine", (string?)result["domain"]);
        Assert.Equal(["word1", "word2"], result["response"]!["words"]!.AsArray().Select(word => (string?)word!["text"]));
        Assert.Null(result["evidence"]);
    }

    [Theory]
    [InlineData("nowhere/a.pdf", null, "domain.unknown")]
    [InlineData("mine/a.pdf", "{", "schema.json")]
    [InlineData(
        "mine/a.pdf",
        """{"json_schema":{"type":"object","properties":{"a":{"type":"string"}}},"page_indices":[-7]}""",
        "pages.selection"
    )]
    public async Task Drop_ThatCannotBeWorkedOn_GetsAnErrorFileThatSaysWhy(string path, string? schema, string code)
    {
        if (schema is not null)
        {
            await bench.Blobs.WriteAsync(new BlobName(StorageNames.Schemas, "mine.json"), Bytes(schema), Cancellation);
        }

        await DropAsync(path, "1\n");

        await bench.Flow.InboxDesk.TakeAsync(path, Cancellation);

        Assert.Equal(code, (string?)(await ResultAsync(path + ".error.json"))["error"]!["code"]);
    }

    private Task DropAsync(string path, string content) =>
        bench.Blobs.WriteAsync(new BlobName(StorageNames.Inbox, path), Bytes(content), Cancellation);

    private async Task<IReadOnlyList<string>> ResultsAsync() =>
        await bench.Blobs.ListAsync(StorageNames.Results, "", Cancellation).Select(blob => blob.Name.Path).ToListAsync(Cancellation);

    private async Task<JsonNode> ResultAsync(string path) =>
        JsonNode.Parse((await bench.Blobs.ReadAsync(new BlobName(StorageNames.Results, path), Cancellation))!.Value.Span)!;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
