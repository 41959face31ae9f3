using GroundedDocs.Adapters.Storage;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Adapters.Webhooks;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Storage;

/// <summary>Whatever way storage does not answer, the orchestration hears the same: deliver again.</summary>
public sealed class UnavailableStorageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Answers => new(429, 500, 503, 408);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Storage_ThatAnswersWithARefusal_IsUnavailable(int status)
    {
        await using var server = await LocalReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        await AssertUnavailableAsync(server);
    }

    [Fact]
    public async Task Storage_ThatDoesNotAnswerInTime_IsUnavailable()
    {
        await using var server = await LocalReceiver.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        await AssertUnavailableAsync(server);
    }

    [Fact]
    public async Task Storage_ThatBreaksTheConnection_IsUnavailable()
    {
        await using var server = await LocalReceiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await AssertUnavailableAsync(server);
    }

    private static async Task AssertUnavailableAsync(LocalReceiver server)
    {
        var address = server.Address.GetLeftPart(UriPartial.Authority);
        var key = Convert.ToBase64String(new byte[64]);
        var options = new StorageOptions
        {
            ConnectionString =
                $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={key};"
                + $"BlobEndpoint={address}/a;QueueEndpoint={address}/a;TableEndpoint={address}/a;",
            TryTime = TimeSpan.FromMilliseconds(300),
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };
        var account = new StorageAccount(options);
        var blob = new BlobName(StorageNames.Work, "blob");
        var row = new TableRow("partition", "key", new Dictionary<string, object>(), "etag");
        var queues = new AzureQueues(account);

        await UnavailableAsync(() => new AzureBlobStore(account).ReadAsync(blob, Cancellation));
        await UnavailableAsync(() => new AzureBlobStore(account).CreateAsync(blob, new byte[3], Cancellation));
        await UnavailableAsync(() => new AzureTableStore(account).GetAsync(StorageNames.StepTable, "partition", "key", Cancellation));
        await UnavailableAsync(() => new AzureTableStore(account).ReplaceAsync(StorageNames.StepTable, row, Cancellation));
        await UnavailableAsync(() => queues.SendAsync(StorageNames.StepQueue, "body", TimeSpan.Zero, Cancellation));
        await UnavailableAsync(() => queues.CountAsync(StorageNames.StepQueue, Cancellation));
        await UnavailableAsync(() => queues.ReceiveAsync(StorageNames.StepQueue, 1, TimeSpan.FromSeconds(30), Cancellation));
    }

    private static Task UnavailableAsync(Func<Task> request) => Assert.ThrowsAsync<StorageUnavailableException>(request);
}
