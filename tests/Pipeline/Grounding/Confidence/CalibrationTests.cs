using System.Text;
using System.Text.Json;
using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Confidence;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding.Confidence;

public sealed class CalibrationTests
{
    private const string Small = """
        {
         "version": "7",
         "supported": { "trees": [["label", 0.5, 0.2, ["isDate", 1, 0.6, 0.9]], 0.5] },
         "unsupported": { "trees": [] },
         "high": 0.9, "low": 0.4, "unlocated": 0.2, "inferred": 0.6
        }
        """;

    // Means worked by hand, with a second tree that always says a half.
    [Theory]
    [InlineData(0.49, 0, 0.35)]
    [InlineData(0.5, 0, 0.55)]
    [InlineData(0.5, 1, 0.7)]
    public void Probability_TwoTrees_IsTheMeanOfTheLeavesThatTheFeaturesLeadTo(double label, double isDate, double probability)
    {
        var features = ConfidenceFeatures.Of(hasSupport: true, (ConfidenceFeature.Label, label), (ConfidenceFeature.IsDate, isDate));

        Assert.Equal(probability, Read(Small).Probability(features), 9);
    }

    [Fact]
    public void Probability_ExtractorSaysNothing_AsksTheOtherModel() =>
        Assert.Equal(0.5, Read(Small).Probability(ConfidenceFeatures.Of(hasSupport: false)));

    [Theory]
    [InlineData(0.9, ConfidenceBand.High)]
    [InlineData(0.8999, ConfidenceBand.Medium)]
    [InlineData(0.4, ConfidenceBand.Medium)]
    [InlineData(0.3999, ConfidenceBand.Low)]
    public void BandOf_Probability_LiesBetweenTheThresholds(double probability, ConfidenceBand band) =>
        Assert.Equal(band, Read(Small).BandOf(probability));

    [Fact]
    public void Parse_WrittenFile_IsTheSame()
    {
        var written = JsonSerializer.Serialize(Read(Small), Calibration.Json);

        Assert.Equal(written, JsonSerializer.Serialize(Read(written), Calibration.Json));
        Assert.Contains("[\"label\",0.5,0.2,[\"isDate\",1,0.6,0.9]]", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"label\"", "\"nonsense\"")]
    [InlineData("[\"label\", 0.5, 0.2,", "[")]
    [InlineData("[\"label\", 0.5, 0.2,", "[{},")]
    public void Parse_BrokenTree_SaysSo(string part, string broken) =>
        Assert.Throws<JsonException>(() => Read(Small.Replace(part, broken, StringComparison.Ordinal)));

    [Fact]
    public void Default_Always_KeepsItsPromisesOnDocumentsItHadNotSeen()
    {
        var all = Calibration.Default.Evidence["heldOut"].GetProperty("all");
        var bands = all.GetProperty("bands");

        Assert.True(all.GetProperty("auroc").GetDouble() > 0.85);
        Assert.True(bands.GetProperty("high").GetProperty("precision").GetDouble() >= 0.95);
        Assert.True(bands.GetProperty("low").GetProperty("precision").GetDouble() < 0.7);
        Assert.True(Calibration.Default.Unlocated < Calibration.Default.Low);
        Assert.InRange(Calibration.Default.Inferred, Calibration.Default.Unlocated, Calibration.Default.High);
    }

    [Fact]
    public void Default_SetsForResearchOnly_AreInNoFit() =>
        Assert.DoesNotContain(
            Calibration.Default.Evidence["heldOut"].GetProperty("strangeBySet").EnumerateObject(),
            set => set.Name.Contains("funsd", StringComparison.OrdinalIgnoreCase)
        );

    private static Calibration Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Calibration.Parse(stream);
    }
}
