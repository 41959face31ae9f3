using System.Text;
using GroundedDocs.Groundtruth.Hostile;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class BadInputTests(ReviewApp app)
{
    [Fact]
    public async Task EmptyFile_Uploaded_SaysSoBesideItsName()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        await ann.Page.GotoAsync("/");

        await ann
            .Page.Locator("#files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "nothing.pdf",
                    MimeType = "application/pdf",
                    Buffer = [],
                }
            );

        await Assertions.Expect(ann.Page.Locator(".uploads li")).ToContainTextAsync("The file is empty; submit a PDF or a picture.");
    }

    [Fact]
    public async Task EncryptedPdf_Uploaded_SaysWhatIsWrongWithIt()
    {
        await using var ann = await app.OpenAsync();
        await ann.Page.GotoAsync("/");

        await ann
            .Page.Locator("#files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "secret.pdf",
                    MimeType = "application/pdf",
                    Buffer = BadFiles.EncryptedPdf,
                }
            );

        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("password");
        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = "secret.pdf" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Image_Pasted_IsUploaded()
    {
        await using var ann = await app.OpenAsync();
        await ann.Page.GotoAsync("/");
        await ann.Page.Locator("#drop").WaitForAsync();

        await ann.Page.EvaluateAsync(
            """
            text => {
              const pasted = new DataTransfer();
              pasted.items.add(new File([text], "pasted.json", { type: "application/json" }));
              document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: pasted }));
            }
            """,
            Encoding.UTF8.GetString(new Paper(1).ToFile())
        );

        await ann.Page.Locator(".viewer").WaitForAsync();
        await Assertions.Expect(ann.Page.Locator(".panel-title")).ToContainTextAsync("pasted.json");
    }

    [Fact]
    public async Task Upload_ThatBreaksOff_SaysSo_AndCanBeTriedAgain()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        await ann.Page.GotoAsync("/");
        await ann.Page.RouteAsync("**/review/api/documents", route => route.AbortAsync("connectionreset"));
        var paper = new FilePayload
        {
            Name = "paper.json",
            MimeType = "application/json",
            Buffer = new Paper(1).ToFile(),
        };

        await ann.Page.Locator("#files").SetInputFilesAsync(paper);
        await Assertions.Expect(ann.Page.Locator(".uploads li")).ToContainTextAsync("The upload broke off");
        await ann.Page.UnrouteAllAsync();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await ann.Page.Locator(".viewer").WaitForAsync();
    }

    [Fact]
    public async Task Schema_ThatDoesNotParse_StaysInItsBoxWithTheReason()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        await ann.Page.GotoAsync("/");
        var paper = new FilePayload
        {
            Name = "paper.json",
            MimeType = "application/json",
            Buffer = new Paper(1).ToFile(),
        };

        await ann.Page.GetByLabel("Use a JSON Schema").CheckAsync();
        await ann.Page.Locator("#schema").FillAsync("""{"type": "object", """);
        await ann.Page.Locator("#files").SetInputFilesAsync(paper);
        await Assertions.Expect(ann.Page.Locator("#schema-problem")).ToContainTextAsync("The schema is not JSON");
        await ann.Page.Locator("#schema").FillAsync("""{"type": "string"}""");
        await ann.Page.Locator("#files").SetInputFilesAsync(paper);

        await Assertions.Expect(ann.Page.Locator(".uploads li .problem")).Not.ToBeEmptyAsync();
        await Assertions.Expect(ann.Page.Locator("#schema")).ToHaveValueAsync("""{"type": "string"}""");
    }

    [Fact]
    public async Task Job_ThatFails_SaysWhy_AndCanBeReplayed()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.SubmitAsync(new Paper(1) { Fails = "split" }.ToFile(), "torn.json");

        await ann.Page.GotoAsync($"/#/documents/{id}");
        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file breaks off in the middle");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Work on it again" }).ClickAsync();

        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The file breaks off in the middle");
    }

    [Fact]
    public async Task Job_ThatFailsHalfWay_ShowsTheOtherPagesAndWhatFailed()
    {
        await using var ann = await app.OpenAsync();

        await ann.OpenAsync(await ann.SubmitAsync(new Paper(3) { Fails = "read 2" }.ToFile()));

        await Assertions.Expect(ann.Page.Locator(".page")).ToHaveCountAsync(3);
        await Assertions.Expect(ann.Page.Locator(".page[data-page='2']")).ToContainTextAsync("The scanner left this page black.");
        await Assertions.Expect(ann.Page.Locator(".page-errors summary")).ToContainTextAsync("1 part could not be worked on");
    }

    [Fact]
    public async Task PagePicture_ThatIsMissing_LeavesTheFields()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));
        var run = (await ann.ShownAsync(id)).GetProperty("run").GetString()!;
        await app.DeleteWorkAsync($"{run[..32]}/00001/pages/00001.jpg");

        await using var ben = await app.OpenAsync("ben", expectsRefusals: true);
        await ben.Page.GotoAsync($"/#/documents/{id}");

        await Assertions.Expect(ben.Page.Locator(".missing")).ToContainTextAsync("The picture of page 1 is missing");
        await Assertions.Expect(ben.Cell("title")).ToContainTextAsync(Paper.Title);
    }

    [Fact]
    public async Task Result_OfAnotherVersion_SaysSo()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.ViewAsync(new Paper(1));
        var run = (await ann.ShownAsync(id)).GetProperty("run").GetString()!;
        await app.WriteWorkAsync($"{run[..32]}/00001/ground.json", """{"document": ["of", "the", "future"]}""");

        await ann.Page.ReloadAsync();

        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("written by another version of the app");
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)><script>document.title='owned'</script>")]
    [InlineData("سند رقم ٤٢ من الشركة")]
    public async Task Text_OfAnyKind_IsShownAsItIs(string text)
    {
        await using var ann = await app.OpenAsync();

        var id = await ann.ViewAsync(new Paper(1) { Remark = text }, text[..10] + ".json");

        await Assertions.Expect(ann.Cell("remark").Locator(".value")).ToHaveTextAsync(text);
        await ann.Cell("remark").ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".value-full")).ToHaveTextAsync(text);
        await Assertions.Expect(ann.Page.Locator("main img[src=x]")).ToHaveCountAsync(0);
        Assert.DoesNotContain("owned", await ann.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("open", (await ann.ShownAsync(id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Value_OfTenThousandCharacters_IsShownEditedAndStored()
    {
        await using var ann = await app.OpenAsync();
        var text = new StringBuilder().Insert(0, "long words ", 900).ToString().Trim();
        var id = await ann.ViewAsync(new Paper(1) { Remark = text });

        await ann.Cell("remark").ClickAsync();
        await ann.Page.Locator("#edit").ClickAsync();
        await ann.Page.Locator("#value").FillAsync(text + " and more");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("✓");

        var stored = (await ann.ShownAsync(id)).GetProperty("corrections")[0].GetProperty("value").GetProperty("text").GetString();
        Assert.Equal(text + " and more", stored);
    }
}
