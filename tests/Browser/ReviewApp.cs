using System.Globalization;
using System.Security.Claims;
using System.Text;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.App.Access;
using GroundedDocs.App.Composition;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Adapters.Storage;
using GroundedDocs.Tests.App.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>The running app on a storage emulator of its own, with the keys of a few people, and a browser.</summary>
public sealed class ReviewApp : IAsyncLifetime
{
    /// <summary>How long anything may take on a loaded machine before a test gives up; nothing waits this long by itself.</summary>
    public const float PatienceMilliseconds = 120_000;

    /// <summary>Whose documents ann and ben look at.</summary>
    public const string Team = "team";

    /// <summary>Whose documents eve looks at.</summary>
    public const string Others = "others";

    private const string ChromiumPath = "/usr/bin/chromium";
    private readonly Azurite azurite = new();
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly LocalStages local = LocalStages.Create(TimeProvider.System);
    private TestAuthority authority = null!;
    private string[] settings = [];
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>Where the app answers.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Puts a finished paper of the team into storage.</summary>
    public Task<string> ShelveAsync(Paper paper, string name) =>
        Shelf.PutAsync(paper, Team, name, TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);

    /// <summary>Lists a finished document that nobody will open.</summary>
    public Task ListAsync(string owner, string name, DateTimeOffset createdAt) =>
        Shelf.ListAsync(owner, name, createdAt, TestContext.Current.CancellationToken);

    private PaperShelf Shelf => new(Blobs, app.Services.GetRequiredService<AzureTableStore>());

    private AzureBlobStore Blobs => app.Services.GetRequiredService<AzureBlobStore>();

    /// <summary>Deletes a blob of intermediate work, as nobody should.</summary>
    public Task DeleteWorkAsync(string path) =>
        Blobs.DeleteAsync(new BlobName(StorageNames.Work, path), TestContext.Current.CancellationToken);

    /// <summary>Overwrites a blob of intermediate work.</summary>
    public Task WriteWorkAsync(string path, string text) =>
        Blobs.WriteAsync(new BlobName(StorageNames.Work, path), Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    /// <summary>Whom the identity provider takes whoever comes for.</summary>
    public void Expect(params Claim[] person) => authority.Person = person;

    /// <summary>The key of a person.</summary>
    public string KeyOf(string person) => keys[person];

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        authority = await TestAuthority.StartAsync();
        var port = FreePorts.TakeOne();
        Address = $"http://127.0.0.1:{port}";
        settings =
        [
            "--Logging:LogLevel:Default=Warning",
            $"--AzureWebJobsStorage={azurite.ConnectionString}",
            $"--GROUNDEDDOCS_KEYS={NewKey("ann", Team)};{NewKey("ben", Team)};{NewKey("eve", Others)};{NewKey("pam", "pictures")}",
            .. authority.Settings.Select(setting => "--" + setting),
        ];
        app = Server.Build([$"--GROUNDEDDOCS_PORT={Written(port)}", .. settings], new PaperStages(local.Stages).Stages);
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = ChromiumPath,
                Args = ["--no-sandbox"],
                Timeout = PatienceMilliseconds,
            }
        );
        await app.Services.GetRequiredService<Readiness>().StorageReady.WaitAsync(TimeSpan.FromMilliseconds(PatienceMilliseconds));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        local.Dispose();
        if (authority is not null)
        {
            await authority.DisposeAsync();
        }

        await azurite.DisposeAsync();
    }

    /// <summary>Starts a second process of the app, as the Functions host starts it, on the same storage; the first one works on its documents.</summary>
    internal async Task<HostedHandler> StartUnderHostAsync()
    {
        var handler = Server.Build(
            [$"--FUNCTIONS_CUSTOMHANDLER_PORT={Written(FreePorts.TakeOne())}", .. settings],
            new PaperStages(local.Stages).Stages
        );
        await handler.StartAsync();
        await handler.Services.GetRequiredService<Readiness>().StorageReady.WaitAsync(TimeSpan.FromMilliseconds(PatienceMilliseconds));
        return new HostedHandler(handler);
    }

    /// <summary>Opens a window of a person who has signed in; of nobody when none is named.</summary>
    /// <param name="person">Whose window.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="expectsRefusals">Whether answers of 400 and above belong to the test.</param>
    /// <param name="address">Where the browser finds the app; null for its own address.</param>
    /// <param name="screen">The window's size in CSS pixels, and whether it is touched; null for a usual one.</param>
    internal async Task<Reviewer> OpenAsync(
        string? person = "ann",
        ColorScheme scheme = ColorScheme.Light,
        bool expectsRefusals = false,
        string? address = null,
        (int Width, int Height, bool IsTouched)? screen = null
    )
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address ?? Address,
                ViewportSize = new ViewportSize { Width = screen?.Width ?? 1280, Height = screen?.Height ?? 800 },
                HasTouch = screen?.IsTouched ?? false,
                ColorScheme = scheme,
                AcceptDownloads = true,
            }
        );
        context.SetDefaultTimeout(PatienceMilliseconds);
        if (person is not null)
        {
            var signedIn = await context.APIRequest.PostAsync(
                "/review/api/session",
                new APIRequestContextOptions { DataObject = new { key = KeyOf(person) } }
            );
            Assert.Equal(204, signedIn.Status);
        }

        return new Reviewer(this, context, await context.NewPageAsync()) { ExpectsRefusals = expectsRefusals };
    }

    private string NewKey(string person, string owner)
    {
        var (key, token) = AccessKey.Create(person, owner, Scope.Read | Scope.Write, TimeProvider.System.GetUtcNow());
        keys[person] = token;
        return ConfiguredKeys.Write(key);
    }

    private static string Written(int port) => port.ToString(CultureInfo.InvariantCulture);
}
