using GroundedDocs.Adapters.DocumentIntelligence;
using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Pipeline.Extraction.Agreement;

namespace GroundedDocs.App.Options;

/// <summary>The settings of what reads and extracts outside this process, and of what that costs.</summary>
/// <param name="VisionModel">The model server, section <c>VisionModel</c>.</param>
/// <param name="DocumentIntelligence">The reading service, section <c>DocumentIntelligence</c>.</param>
/// <param name="Extraction">How model and embedded extractor work together, section <c>Extraction</c>.</param>
/// <param name="Prices">What things cost, section <c>Prices</c>.</param>
internal sealed record EngineOptions(
    VisionModelOptions VisionModel,
    DocumentIntelligenceOptions DocumentIntelligence,
    AgreementOptions Extraction,
    PriceTable Prices
)
{
    /// <summary>The user-assigned identity to sign in with; null for the system-assigned one. The one of the storage account.</summary>
    public string? ClientId { get; init; }

    /// <summary>Nothing configured: everything runs in process.</summary>
    public static EngineOptions Default { get; } =
        new(new VisionModelOptions(), new DocumentIntelligenceOptions(), new AgreementOptions(), new PriceTable());

    /// <summary>Reads the settings; wrong ones throw <see cref="InvalidOperationException"/> that names each and says what it should be.</summary>
    public static EngineOptions Read(IConfiguration settings)
    {
        var options = new EngineOptions(
            Section<VisionModelOptions>(settings, nameof(VisionModel)),
            Section<DocumentIntelligenceOptions>(settings, nameof(DocumentIntelligence)),
            Section<AgreementOptions>(settings, nameof(Extraction)),
            Section<PriceTable>(settings, nameof(Prices))
        )
        {
            ClientId = settings["AzureWebJobsStorage:clientId"] is { Length: > 0 } id ? id : null,
        };
        var problems = options
            .VisionModel.Problems()
            .Concat(options.DocumentIntelligence.Problems())
            .Concat(options.Prices.Problems())
            .ToList();
        return problems.Count == 0 ? options : throw new InvalidOperationException(string.Join(' ', problems));
    }

    /// <summary>A value that cannot be read as its type fails with the setting's path, by the binder.</summary>
    private static T Section<T>(IConfiguration settings, string name)
        where T : class, new() => settings.GetSection(name).Get<T>() ?? new T();
}
