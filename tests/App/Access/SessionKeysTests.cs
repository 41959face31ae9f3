using System.Net;
using System.Xml.Linq;
using GroundedDocs.App.Access;
using GroundedDocs.App.Composition;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.App.Api;
using GroundedDocs.Tests.Orchestration.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GroundedDocs.Tests.App.Access;

public sealed class SessionKeysTests
{
    private readonly StoragePorts storage = new(
        new InMemoryBlobStore(TimeProvider.System),
        new InMemoryTableStore(),
        new InMemoryQueues(TimeProvider.System)
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Key_OfTwoProcessesAtOnce_IsThatOfTheFirst()
    {
        var (one, other) = (Open(isReady: true), Open(isReady: true));
        Assert.Empty(one.GetAllElements());
        Assert.Empty(other.GetAllElements());

        one.StoreElement(new XElement("first"), "a");
        other.StoreElement(new XElement("second"), "b");
        Assert.Equal("first", Assert.Single(other.GetAllElements()).Name);
        other.StoreElement(new XElement("third"), "c");

        Assert.Equal(["first", "third"], one.GetAllElements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Keys_BeforeStorageIsThere_AreUnavailableAtOnce() =>
        Assert.Throws<StorageUnavailableException>(() => Open(isReady: false).GetAllElements());

    [Fact]
    public async Task Session_MadeByOneProcess_IsReadByAnother()
    {
        await using var one = await ApiHost.StartAsync(replace: services => services.AddSingleton(storage));
        await using var other = await ApiHost.StartAsync(replace: services => services.AddSingleton(storage));

        Assert.Equal(HttpStatusCode.OK, await SeenAsync(other, await SignInAsync(one)));
        Assert.Single(await storage.Blobs.ListAsync(StorageNames.Sessions, "", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Session_ChangedByOneCharacter_IsNone()
    {
        await using var host = await ApiHost.StartAsync();
        var cookie = await SignInAsync(host);

        var changed = cookie[..^2] + (cookie[^2] == 'A' ? 'B' : 'A') + cookie[^1];

        Assert.Equal(HttpStatusCode.Unauthorized, await SeenAsync(host, changed));
    }

    /// <summary>Signs in with a key; answers the cookie.</summary>
    private static async Task<string> SignInAsync(ApiHost host)
    {
        using var browser = new BrowserDouble(host.Client.BaseAddress!);
        using var content = new StringContent($$"""{"key": "{{await host.MakeKeyAsync("ada")}}"}""");
        using var answer = await browser.SendAsync(HttpMethod.Post, "review/api/session", content, ours: true);
        var cookie = browser.LastSet("groundeddocs-session");
        return $"{cookie.Name}={cookie.Value}";
    }

    private static async Task<HttpStatusCode> SeenAsync(ApiHost host, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "review/api/documents");
        request.Headers.Add("Cookie", cookie);
        using var answer = await host.Client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private SessionKeys Open(bool isReady)
    {
        var readiness = new Readiness();
        if (isReady)
        {
            readiness.SetStorageReady();
        }

        return new SessionKeys(storage, readiness);
    }
}
