using Azure.Core;
using GroundedDocs.Adapters.DocumentIntelligence;
using GroundedDocs.Adapters.Identity;
using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.App.Options;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Extraction.Agreement;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.App.Composition;

/// <summary>The stages with the services that are configured: a model server, a reading service. Without any, the local ones.</summary>
internal sealed class ServiceStages : IDisposable
{
    private readonly ModelConnection? model;

    /// <summary>Opens no connection yet.</summary>
    /// <param name="local">The stages of this machine, which check the services and stand in for them.</param>
    /// <param name="options">Valid settings.</param>
    /// <param name="time">The clock.</param>
    public ServiceStages(Stages local, EngineOptions options, TimeProvider time)
    {
        var identity = ServiceIdentity.Of(options.ClientId);
        model = options.VisionModel.IsConfigured
            ? new ModelConnection(options.VisionModel, time, new SocketsHttpHandler { AllowAutoRedirect = false }, identity)
            : null;
        Stages = local with { Extractor = Extractor(local.Extractor, options), Reader = Reader(local.Reader, options, time, identity) };
    }

    /// <summary>The stages.</summary>
    public Stages Stages { get; }

    public void Dispose() => model?.Dispose();

    private IExtractor Extractor(IExtractor embedded, EngineOptions options) =>
        model is null
            ? embedded
            : new AgreeingExtractor(new VisionModelExtractor(options.VisionModel, model), embedded, options.Extraction);

    private static IPageReader Reader(IPageReader embedded, EngineOptions options, TimeProvider time, TokenCredential identity)
    {
        var settings = options.DocumentIntelligence;
        return settings.IsConfigured
            ? new DocumentIntelligencePageReader(settings, new LayoutService(settings, time, credential: identity), embedded)
            : embedded;
    }
}
