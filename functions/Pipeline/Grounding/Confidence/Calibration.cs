using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Turns features into the probability that value and box are right, and that into a band. The file is fitted by the
/// calibrate command; it states on what and with which measured precision.
/// </summary>
/// <param name="Version">Version of the file, so that results can say by which calibration they were judged.</param>
/// <param name="Supported">For values whose extractor says how sure it is.</param>
/// <param name="Unsupported">For values of which nothing is known but that they were claimed.</param>
/// <param name="High">Probability from which a field is <c>hi</c>.</param>
/// <param name="Low">Probability below which a field is <c>low</c>.</param>
/// <param name="Unlocated">Probability given to a value that was found nowhere.</param>
/// <param name="Inferred">Probability given to a value that the page only implies.</param>
public sealed record Calibration(
    string Version,
    ConfidenceModel Supported,
    ConfidenceModel Unsupported,
    double High,
    double Low,
    double Unlocated,
    double Inferred
)
{
    private const string ResourceName = "GroundedDocs.Pipeline.Grounding.Confidence.calibration.json";

    /// <summary>How calibration files are written and read.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerOptions.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TreeNodeJson() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        };

    /// <summary>The calibration that comes with the product.</summary>
    public static Calibration Default { get; } = Load();

    /// <summary>What is known about how well the bands hold, as written by the calibrate command; not used in scoring.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Evidence { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The probability, 0..1, that value and box are right.</summary>
    public double Probability(ConfidenceFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return (features.HasSupport ? Supported : Unsupported).Probability(features);
    }

    /// <summary>The band of a probability.</summary>
    public ConfidenceBand BandOf(double probability) =>
        probability >= High ? ConfidenceBand.High
        : probability < Low ? ConfidenceBand.Low
        : ConfidenceBand.Medium;

    /// <summary>Reads a calibration file; a broken one throws <see cref="JsonException"/>.</summary>
    public static Calibration Parse(Stream json) =>
        JsonSerializer.Deserialize<Calibration>(json, Json) ?? throw new JsonException("The calibration file is empty.");

    private static Calibration Load()
    {
        using var json = typeof(Calibration).Assembly.GetManifestResourceStream(ResourceName)!;
        return Parse(json);
    }
}
