using GroundedDocs.App.Options;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace GroundedDocs.Tests.App.Options;

public sealed class CommandSettingsTests
{
    private const string Endpoint = "http://127.0.0.1:8000/v1";

    [Fact]
    public void Read_ModelInTheEnvironment_IsUsed() =>
        Assert.Equal("small", CommandSettings.Read(Environment(), null, null).Value.VisionModel.Model);

    [Fact]
    public void Read_ModelOnTheCommandLine_GoesBeforeTheEnvironment()
    {
        var model = CommandSettings.Read(Environment(), "large", "http://127.0.0.1:9000/v1").Value.VisionModel;

        Assert.Equal(("large", 9000), (model.Model, model.Endpoint!.Port));
    }

    [Fact]
    public void Read_NoModelWanted_LeavesTheEmbeddedExtractor() =>
        Assert.False(CommandSettings.Read(Environment(), "none", null).Value.VisionModel.IsConfigured);

    [Fact]
    public void Read_ModelWithoutAServer_SaysWhatIsMissing() =>
        Assert.Contains(
            "--model-endpoint",
            CommandSettings.Read(new ConfigurationBuilder().Build(), "large", null).Failure?.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_WrongSetting_IsOneSentence() =>
        Assert.Contains(
            "VisionModel__Endpoint",
            CommandSettings.Read(Environment(), null, "http://models.example.com/v1").Failure?.Message,
            StringComparison.Ordinal
        );

    private static IConfiguration Environment() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("VisionModel:Endpoint", Endpoint), new("VisionModel:Model", "small")])
            .Build();
}
