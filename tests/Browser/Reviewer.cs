using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>A person's window. When it closes, nothing may have gone wrong in the page that the test did not expect.</summary>
internal sealed partial class Reviewer : IAsyncDisposable
{
    private readonly ReviewApp app;
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = new();

    public Reviewer(ReviewApp app, IBrowserContext context, IPage page)
    {
        this.app = app;
        this.context = context;
        Page = page;
        page.PageError += (_, error) => troubles.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                troubles.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>Whether answers of 400 and above belong to the test; the browser writes each to the console.</summary>
    public bool ExpectsRefusals { get; init; }

    /// <summary>Hands a document in without the page.</summary>
    public async Task<string> SubmitAsync(byte[] content, string name = "paper.json", string? domain = PaperStages.DomainName)
    {
        var form = context.APIRequest.CreateFormData();
        if (domain is not null)
        {
            form.Append("domain", domain);
        }

        form.Append(
            "file",
            new FilePayload
            {
                Name = name,
                MimeType = "application/octet-stream",
                Buffer = content,
            }
        );
        var answer = await context.APIRequest.PostAsync(
            "/review/api/documents",
            new APIRequestContextOptions { Multipart = form, Headers = FromOurPage }
        );
        Assert.Equal(201, answer.Status);
        return (await answer.JsonAsync())!.Value.GetProperty("id").GetString()!;
    }

    /// <summary>Opens a finished paper of the team and waits until its viewer shows it.</summary>
    public async Task<string> ViewAsync(Paper paper, string name = "paper.json")
    {
        var id = await app.ShelveAsync(paper, name);
        await OpenAsync(id);
        return id;
    }

    /// <summary>Opens a document and waits until its viewer shows a page.</summary>
    public async Task OpenAsync(string id)
    {
        await Page.GotoAsync($"/#/documents/{id}");
        await Page.Locator(".page.loaded").First.WaitForAsync();
    }

    /// <summary>What an address of the page's own API answers, without the page.</summary>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        var answer = await context.APIRequest.GetAsync("/review/api/" + path);
        return (answer.Status, await answer.TextAsync());
    }

    /// <summary>What the API knows about a document.</summary>
    public async Task<JsonElement> ShownAsync(string id)
    {
        var (status, body) = await GetAsync("documents/" + id);
        Assert.Equal(200, status);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Asks for the work list until it holds a document in a state.</summary>
    public async Task ListedAsync(string state, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(ReviewApp.PatienceMilliseconds));
        while (!(await GetAsync($"documents?state={state}")).Body.Contains(id, StringComparison.Ordinal))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The button of a field in the list.</summary>
    public ILocator Cell(string path) => Page.Locator($".cell[data-path='{path}']");

    /// <summary>The boxes of a field on the pages.</summary>
    public ILocator Boxes(string path) => Page.Locator($".box[data-path='{path}']");

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        var unexpected = troubles.Where(trouble => !(ExpectsRefusals && Refusal().IsMatch(trouble)));
        Assert.Empty(unexpected);
    }

    /// <summary>What the browser sends by itself, and a program must say.</summary>
    private Dictionary<string, string> FromOurPage => new() { ["Origin"] = app.Address };

    [GeneratedRegex("^Failed to load resource", RegexOptions.None, 1000)]
    private static partial Regex Refusal();
}
