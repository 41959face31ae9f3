using System.Text.Json.Nodes;
using GroundedDocs.App.Standalone;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Rooms;
using Xunit;

namespace GroundedDocs.Tests.App.Functions;

/// <summary>host.json and the function.json files say what the code relies on.</summary>
public sealed class HostFilesTests
{
    private static readonly JsonNode Host = Parse("host.json");

    [Fact]
    public void FunctionTimeout_IsLongerThanAnyStepOfOurs()
    {
        var timeout = TimeSpan.Parse((string)Host["functionTimeout"]!, System.Globalization.CultureInfo.InvariantCulture);
        var limits = new Limits();

        Assert.True(timeout >= limits.LongestStep * 1.25, $"{timeout} leaves no room for {limits.LongestStep}.");
        Assert.True(timeout >= limits.SweepTime * 1.25);
    }

    [Fact]
    public void Queues_AreThoseOfTheStandaloneLoop()
    {
        var queues = Host["extensions"]!["queues"]!;

        Assert.Equal(QueueSettings.MaxDequeueCount, (int)queues["maxDequeueCount"]!);
        Assert.Equal(QueueSettings.RetryDelay.ToString("c"), (string?)queues["visibilityTimeout"]);
        Assert.Equal(QueueSettings.LongestPause.ToString("c"), (string?)queues["maxPollingInterval"]);
        Assert.Equal("base64", (string?)queues["messageEncoding"]);
    }

    [Fact]
    public void Handler_IsTheExecutableThatIsPublished_AndGetsRequestsAsTheyAre()
    {
        var handler = Host["customHandler"]!;

        Assert.Equal("GroundedDocs", (string?)handler["description"]!["defaultExecutablePath"]);
        Assert.True((bool)handler["enableProxyingHttpRequest"]!);
        Assert.Equal("", (string?)Host["extensions"]!["http"]!["routePrefix"]);
    }

    [Theory]
    [InlineData("DocumentDropped", "blobTrigger", "path", StorageNames.Inbox + "/{name}")]
    [InlineData("DocumentDroppedEvent", "queueTrigger", "queueName", StorageNames.DropQueue)]
    [InlineData("RunStep", "queueTrigger", "queueName", StorageNames.StepQueue)]
    [InlineData("StepPoisoned", "queueTrigger", "queueName", StorageNames.StepPoisonQueue)]
    [InlineData("Sweep", "timerTrigger", "schedule", "0 * * * * *")]
    public void Function_IsTriggeredByWhatItsEndpointServes(string function, string trigger, string member, string value)
    {
        var binding = Assert.Single(Bindings(function))!;

        Assert.Equal(trigger, (string?)binding["type"]);
        Assert.Equal(value, (string?)binding[member]);
        // The host drops what ends in "trigger" from a request.
        Assert.False(((string)binding["name"]!).EndsWith("trigger", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Http_HasOneTriggerAndOneOutput_WithoutWhichTheHostDoesNotProxy() =>
        Assert.Equal(["httpTrigger", "http"], Bindings("Http").Select(binding => (string?)binding!["type"]));

    private static JsonArray Bindings(string function) => Parse($"functions/App/Functions/{function}/function.json")["bindings"]!.AsArray();

    private static JsonNode Parse(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, path)))!;
}
