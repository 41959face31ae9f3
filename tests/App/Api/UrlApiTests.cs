using System.Net;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.Tests.Adapters.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>
/// Documents at addresses whose servers mean harm. A server on 127.0.0.2 stands for the public internet: only that address is allowed, and
/// the names resolve as each test says.
/// </summary>
public sealed class UrlApiTests
{
    private const long MaxBytes = 1_000_000;

    [Fact]
    public async Task Url_OfADocument_IsFetchedAndWorkedOn()
    {
        await using var server = await LocalReceiver.StartAsync(
            context => context.Response.Body.WriteAsync(ApiHost.TwoPages).AsTask(),
            "127.0.0.2"
        );
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.Created, (await AskAsync(host, server, "public.example")).Status);
    }

    [Fact]
    public async Task Url_WhoseAnswerNeverEnds_IsRefusedWithTheLimit()
    {
        await using var server = await LocalReceiver.StartAsync(PourAsync, "127.0.0.2");
        await using var host = await StartAsync();

        var (status, detail) = await AskAsync(host, server, "public.example");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains($"{MaxBytes} bytes that are accepted (Outbound__FetchBytes)", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Url_WhoseAnswerAnnouncesTenGigabytes_IsRefusedUnread()
    {
        await using var server = await LocalReceiver.StartAsync(
            context =>
            {
                context.Response.ContentLength = 10L * 1024 * 1024 * 1024;
                return PourAsync(context);
            },
            "127.0.0.2"
        );
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AskAsync(host, server, "public.example")).Status);
    }

    [Fact]
    public async Task Url_WhoseAnswerDrips_IsRefusedWithTheTime()
    {
        await using var server = await LocalReceiver.StartAsync(
            async context =>
            {
                using var drops = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
                while (await drops.WaitForNextTickAsync(context.RequestAborted))
                {
                    await context.Response.Body.WriteAsync("x"u8.ToArray(), context.RequestAborted);
                }
            },
            "127.0.0.2"
        );
        await using var host = await StartAsync(TimeSpan.FromSeconds(1));

        var (status, detail) = await AskAsync(host, server, "public.example");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("within 1 seconds (Outbound__FetchTime)", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private.example")]
    [InlineData("both.example")]
    public async Task Url_WhoseNameResolvesToAPrivateAddress_IsNotCalled(string name)
    {
        var calls = 0;
        await using var server = await LocalReceiver.StartAsync(
            _ =>
            {
                calls++;
                return Task.CompletedTask;
            },
            "127.0.0.2"
        );
        await using var host = await StartAsync();

        var (status, detail) = await AskAsync(host, server, name);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (status, calls));
        Assert.Contains("private network", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/secret")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://private.example/")]
    public async Task Url_ThatRedirectsToAPrivateAddress_IsNotFollowed(string target)
    {
        await using var server = await LocalReceiver.StartAsync(
            context =>
            {
                context.Response.Redirect(target);
                return Task.CompletedTask;
            },
            "127.0.0.2"
        );
        await using var host = await StartAsync();

        var (status, detail) = await AskAsync(host, server, "public.example");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("private network", detail, StringComparison.Ordinal);
    }

    /// <summary>Sends bytes until the other side has had enough.</summary>
    private static async Task PourAsync(HttpContext context)
    {
        var piece = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }
    }

    private static Task<ApiHost> StartAsync(TimeSpan? fetchTime = null)
    {
        var options = new OutboundOptions
        {
            AllowHttp = true,
            FetchBytes = MaxBytes,
            FetchTime = fetchTime ?? TimeSpan.FromMinutes(1),
        };
        var connector = new PublicConnector(address => address.Equals(IPAddress.Parse("127.0.0.2")), ResolveAsync);
        return ApiHost.StartAsync(replace: services => services.AddSingleton(new OutboundFetcher(options, connector, TimeProvider.System)));
    }

    private static Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(
            name switch
            {
                "public.example" => new[] { IPAddress.Parse("127.0.0.2") },
                "both.example" => [IPAddress.Parse("127.0.0.2"), IPAddress.Loopback],
                _ => IPAddress.TryParse(name, out var literal) ? [literal] : [IPAddress.Loopback],
            }
        );

    private static async Task<(HttpStatusCode Status, string Detail)> AskAsync(ApiHost host, LocalReceiver server, string name)
    {
        var (status, body) = await host.PostAsync(
            "v1/document/generate",
            $$"""{"url":"http://{{name}}:{{server.Address.Port}}/a.pdf","domain":"document.words"}"""
        );
        return (status, (string?)body!["detail"] ?? "");
    }
}
