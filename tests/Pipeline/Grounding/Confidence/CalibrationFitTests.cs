using System.Text.Json;
using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Confidence;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding.Confidence;

public sealed class CalibrationFitTests
{
    private const int ExampleCount = 2000;
    private const int DocumentCount = 50;

    [Fact]
    public void Of_LabelDecidesRightness_RanksByIt()
    {
        var fit = CalibrationFit.Of(Examples(seed: 1), "test");

        Assert.InRange(fit.All.Auroc, 0.9, 1);
        Assert.InRange(fit.All.Bands[ConfidenceBand.High].Precision, 0.97, 1);
        Assert.InRange(fit.All.Bands[ConfidenceBand.Low].Precision, 0, 0.7);
        Assert.True(fit.All.Aurc < 1 - fit.All.Right);
    }

    [Fact]
    public void Of_EqualExamples_GivesEqualModels() =>
        Assert.Equal(Written(CalibrationFit.Of(Examples(seed: 2), "test")), Written(CalibrationFit.Of(Examples(seed: 2), "test")));

    [Fact]
    public void Of_BetterLabelsMoreOftenRight_RisesWithTheLabel()
    {
        var probabilities = Probabilities(Examples(seed: 3));

        Assert.Equal(probabilities.Order(), probabilities);
        Assert.True(probabilities[^1] - probabilities[0] > 0.9);
    }

    // Chance may suggest that a better label makes an answer worse; the model must not learn it.
    [Fact]
    public void Of_BetterLabelsLessOftenRight_LearnsNothingOfIt()
    {
        var probabilities = Probabilities(Examples(seed: 3).ConvertAll(e => e with { IsRight = !e.IsRight }));

        Assert.True(probabilities.Max() - probabilities.Min() < 0.05);
    }

    [Fact]
    public void Of_TwoSets_JudgesEachByTheOther()
    {
        var fit = CalibrationFit.Of(Examples(seed: 4), "test");

        Assert.Equal(["even", "odd"], fit.SetLeftOut.Keys);
        Assert.Equal(ExampleCount, fit.SetLeftOut.Values.Sum(e => e.Answers));
    }

    [Fact]
    public void Of_OneDocument_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            CalibrationFit.Of([new CalibrationExample("set", "document", "family", Features(1), IsRight: true, Weight: 1)], "test")
        );

    // Values from Wilson's formula worked by hand: 9 of 10 gives 0.596 to 0.982.
    [Fact]
    public void Wilson_NineOfTen_GivesItsBounds()
    {
        var interval = WilsonInterval.Of(9, 10);

        Assert.Equal(0.596, interval.Low, 3);
        Assert.Equal(0.982, interval.High, 3);
    }

    private static List<double> Probabilities(List<CalibrationExample> examples)
    {
        var model = CalibrationFit.Of(examples, "test").Calibration.Supported;
        return [.. Enumerable.Range(0, 5).Select(quarter => model.Probability(Features(quarter / 4.0)))];
    }

    private static List<CalibrationExample> Examples(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, ExampleCount).Select(i => Example(i, random.NextDouble(), random))];
    }

    private static CalibrationExample Example(int i, double label, Random random)
    {
        var isRight = random.NextDouble() < 1 / (1 + Math.Exp(-20 * (label - 0.5)));
        var document = i % DocumentCount;
        return new CalibrationExample(
            document % 2 == 0 ? "even" : "odd",
            $"document {document}",
            $"family {document / 2}",
            Features(label),
            isRight,
            1
        );
    }

    private static ConfidenceFeatures Features(double label) => ConfidenceFeatures.Of(hasSupport: true, (ConfidenceFeature.Label, label));

    private static string Written(CalibrationFit fit) => JsonSerializer.Serialize(fit.Calibration, Calibration.Json);
}
