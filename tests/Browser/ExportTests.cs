using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using GroundedDocs.Groundtruth;
using GroundedDocs.Groundtruth.Documents;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>What people corrected comes out as a data set that the program itself can be measured with.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExportTests(ReviewApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Corrections_Exported_AreADataSetThatEvaluateRunsOn()
    {
        var sample = InvoiceSample.Create(SampleSet.ShownSeed);
        await using var ann = await app.OpenAsync();
        var id = await ann.SubmitAsync(sample.Content, "to be measured.pdf", domain: null);
        await ann.OpenAsync(id);
        await ann.Cell("invoice_id").ClickAsync();
        await ann.Page.Locator("#edit").ClickAsync();
        await ann.Page.Locator("#value").FillAsync("CORRECTED BY ANN");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("invoice_id")).ToContainTextAsync("✓");
        await ann.Page.Locator("#approve").ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".panel-title .state")).ToHaveTextAsync("approved");

        await ann.Page.GotoAsync("/#/work?domain=document.invoice&state=approved");
        var download = await ann.Page.RunAndWaitForDownloadAsync(() => ann.Page.GetByText("Data set").ClickAsync());
        Assert.Equal("dataset.zip", download.SuggestedFilename);
        var folder = Directory.CreateTempSubdirectory("groundeddocs-export-").FullName;
        try
        {
            await using (var content = await download.CreateReadStreamAsync())
            {
                await ZipFile.ExtractToDirectoryAsync(content, folder, Cancellation);
            }

            Assert.Equal(sample.Content, await File.ReadAllBytesAsync(Path.Combine(folder, "files", id + ".pdf"), Cancellation));
            var figures = await EvaluateAsync(folder);
            // Everything that stayed as it was is found again; the invented number is not on the page, so that one value is missed.
            var fields = JsonNode.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "docs.jsonl"), Cancellation)).Single())![
                "fields"
            ]!.AsArray();
            var found = fields.Count(field => field!["value"] is not null);
            Assert.Equal((found - 1.0) / found, (double)figures["value"]!["recall"]!, 3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The figures that the program prints about a data set.</summary>
    private static async Task<JsonNode> EvaluateAsync(string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "GroundedDocs.dll"), "evaluate", folder, "--json"]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
        return JsonNode.Parse(printed)!;
    }
}
