using GroundedDocs.Adapters.DocumentIntelligence;
using GroundedDocs.App.Composition;
using GroundedDocs.App.Options;
using GroundedDocs.Pipeline.Extraction.Agreement;
using GroundedDocs.Tests.Adapters.VisionModel;
using Xunit;

namespace GroundedDocs.Tests.App.Composition;

public sealed class ServiceStagesTests
{
    private const string Schema = """{"type":"object","properties":{"total":{"type":"string"}}}""";

    [Fact]
    public void Stages_WithNothingConfigured_AreTheLocalOnes()
    {
        using var local = LocalStages.Create(TimeProvider.System);
        using var services = new ServiceStages(local.Stages, EngineOptions.Default, TimeProvider.System);

        Assert.Equal(local.Stages, services.Stages);
    }

    [Fact]
    public void Stages_WithDocumentIntelligence_ReadThere()
    {
        var options = EngineOptions.Default with
        {
            DocumentIntelligence = new DocumentIntelligenceOptions { Endpoint = new Uri("https://layout.example.com"), ApiKey = "k" },
        };
        using var local = LocalStages.Create(TimeProvider.System);
        using var services = new ServiceStages(local.Stages, options, TimeProvider.System);

        Assert.IsType<DocumentIntelligencePageReader>(services.Stages.Reader);
    }

    [Fact]
    public async Task Extract_ModelNotThere_FallsBackToTheEmbeddedExtractorAndSaysSo()
    {
        var options = EngineOptions.Default with
        {
            VisionModel = EngineOptions.Default.VisionModel with { Endpoint = new Uri("http://127.0.0.1:1/v1"), Model = "m" },
            Extraction = new AgreementOptions { WhenUnavailable = UnavailablePolicy.Fallback },
        };
        using var local = LocalStages.Create(TimeProvider.System);
        using var services = new ServiceStages(local.Stages, options, TimeProvider.System);

        var extracted = await services.Stages.Extractor.ExtractAsync(
            ModelBench.Window("Invoice 17\nTotal 12.50"),
            ModelBench.Schema(Schema),
            CancellationToken.None
        );

        Assert.True(extracted.Value.Provenance.IsFallback);
    }
}
