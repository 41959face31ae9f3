using System.Security.Cryptography;
using System.Text;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Webhooks;

/// <summary>Webhooks to receivers of every temper.</summary>
public sealed class HttpWebhookSenderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly byte[] Body = "{\"id\":\"1\"}"u8.ToArray();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_Delivered_IsSignedAndNumbered()
    {
        var headers = new HeaderDictionary();
        var body = "";
        await using var receiver = await LocalReceiver.StartAsync(async context =>
        {
            foreach (var (name, value) in context.Request.Headers)
            {
                headers[name] = value;
            }

            body = await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation);
        });

        var sent = await SendAsync(receiver.Address);

        Assert.Equal(200, sent.Value);
        Assert.Equal(Encoding.UTF8.GetString(Body), body);
        Assert.Equal("sha256=" + Hex(Body), headers["X-VLMRun-Signature"]);
        Assert.Equal($"{Now.ToUnixTimeSeconds()}", headers["X-GroundedDocs-Timestamp"]);
        Assert.Equal(
            "sha256=" + Hex([.. Encoding.UTF8.GetBytes($"{Now.ToUnixTimeSeconds()}."), .. Body]),
            headers["X-GroundedDocs-Signature"]
        );
        Assert.Equal("delivery-1", headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task Receiver_ThatHangs_IsLeftAfterTheTimeOfOneTry()
    {
        await using var receiver = await LocalReceiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var failure = (await SendAsync(receiver.Address, TimeSpan.FromMilliseconds(300))).Failure!;

        Assert.Equal(("webhook.timeout", true), (failure.Code, failure.IsTransient));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Receiver_ThatRedirects_IsNotFollowed(int status)
    {
        var calls = 0;
        await using var receiver = await LocalReceiver.StartAsync(context =>
        {
            calls++;
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });

        var failure = (await SendAsync(receiver.Address)).Failure!;

        Assert.Equal(("webhook.status", false, 1), (failure.Code, failure.IsTransient, calls));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(429, true)]
    [InlineData(404, true)]
    [InlineData(410, false)]
    public async Task Receiver_ThatRefuses_IsTriedAgainUnlessItIsGoneForGood(int status, bool isTriedAgain)
    {
        await using var receiver = await LocalReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "90";
            return Task.CompletedTask;
        });

        var failure = (await SendAsync(receiver.Address)).Failure!;

        Assert.Equal((isTriedAgain, TimeSpan.FromSeconds(90)), (failure.IsTransient, failure.RetryAfter));
        Assert.DoesNotContain("127.0.0.1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://169.254.169.254/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("http://receiver.example/hook")]
    public async Task Receiver_AtAnAddressThatIsNotPublic_IsNotCalled(string address)
    {
        using var sender = new HttpWebhookSender(new WebhookOptions(), TimeProvider.System);

        var failure = (await sender.SendAsync(new WebhookDelivery("1", new Uri(address), Body), Cancellation)).Failure!;

        Assert.Equal(("webhook.address", false), (failure.Code, failure.IsTransient));
    }

    private static async Task<Result<int>> SendAsync(Uri address, TimeSpan? patience = null)
    {
        var options = new WebhookOptions
        {
            Secret = "secret",
            Outbound = new OutboundOptions { AllowPrivateAddresses = true },
            Timeout = patience ?? TimeSpan.FromMinutes(1),
        };
        using var sender = new HttpWebhookSender(options, new FakeTimeProvider(Now));
        return await sender.SendAsync(new WebhookDelivery("delivery-1", address, Body), Cancellation);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, bytes));
}
