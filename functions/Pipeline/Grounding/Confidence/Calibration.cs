using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Turns features into the probability that value and box are right, and that into a band. The file is fitted by the
/// calibrate command; it states on what and with which measured precision.
/// </summary>
/// <param name="Version">Version of the file, so that results can say by which calibration they were judged.</param>
/// <param name="Weights">Weight of each feature of <see cref="ConfidenceFeatures.Names"/> in the log odds.</param>
/// <param name="High">Probability from which a field is <c>hi</c>.</param>
/// <param name="Low">Probability below which a field is <c>low</c>.</param>
/// <param name="Unlocated">Probability given to a value that was found nowhere.</param>
/// <param name="Inferred">Probability given to a value that the page only implies.</param>
public sealed record Calibration(
    string Version,
    IReadOnlyDictionary<string, double> Weights,
    double High,
    double Low,
    double Unlocated,
    double Inferred
)
{
    private const string ResourceName = "GroundedDocs.Pipeline.Grounding.Confidence.calibration.json";

    private readonly double[] vector = [.. ConfidenceFeatures.Names.Select(name => Weights.GetValueOrDefault(name))];

    /// <summary>The calibration that comes with the product.</summary>
    public static Calibration Default { get; } = Load();

    /// <summary>What is known about how well the bands hold, as written by the calibrate command; not used in scoring.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Evidence { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The probability, 0..1, that value and box are right.</summary>
    public double Probability(ConfidenceFeatures features)
    {
        var values = features.ToVector();
        var logOdds = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            logOdds += vector[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>The band of a probability.</summary>
    public ConfidenceBand BandOf(double probability) =>
        probability >= High ? ConfidenceBand.High
        : probability < Low ? ConfidenceBand.Low
        : ConfidenceBand.Medium;

    /// <summary>Reads a calibration file; a broken one throws <see cref="JsonException"/>.</summary>
    public static Calibration Parse(Stream json) =>
        JsonSerializer.Deserialize<Calibration>(json, JsonSerializerOptions.Web)
        ?? throw new JsonException("The calibration file is empty.");

    private static Calibration Load()
    {
        using var json = typeof(Calibration).Assembly.GetManifestResourceStream(ResourceName)!;
        return Parse(json);
    }
}
