using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Confidence;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding.Confidence;

public sealed class CalibrationFitTests
{
    [Fact]
    public void Of_LabelDecidesRightness_RanksByIt()
    {
        var random = new Random(1);
        var examples = Enumerable.Range(0, 2000).Select(i => Example(i, random.NextDouble(), random)).ToList();

        var fit = CalibrationFit.Of(examples, "test");

        Assert.InRange(fit.Auroc, 0.9, 1);
        Assert.True(fit.Calibration.Weights["label"] > 1);
        Assert.InRange(fit.Bands[ConfidenceBand.High].Precision, 0.98, 1);
        Assert.InRange(fit.Bands[ConfidenceBand.Low].Precision, 0, 0.7);
    }

    [Fact]
    public void Of_OneDocument_IsRefused() =>
        Assert.Throws<ArgumentException>(() => CalibrationFit.Of([new CalibrationExample("a", default, true, 1)], "test"));

    // Values from Wilson's formula worked by hand: 9 of 10 gives 0.596 to 0.982.
    [Fact]
    public void Of_NineOfTen_GivesWilsonsBounds()
    {
        var interval = WilsonInterval.Of(9, 10);

        Assert.Equal(0.596, interval.Low, 3);
        Assert.Equal(0.982, interval.High, 3);
    }

    [Fact]
    public void Default_Always_PromisesWhatItMeasured()
    {
        Assert.InRange(Calibration.Default.High, 0.98, 1);
        Assert.InRange(Calibration.Default.Low, 0, 0.7);
        Assert.True(Calibration.Default.Unlocated < Calibration.Default.Low);
    }

    private static CalibrationExample Example(int i, double label, Random random)
    {
        var features = new ConfidenceFeatures(MatchTier.Exact, 1, 1, label, 0, 1, 1, 0.5, false, true, 1, 1, 0, default, false);
        return new CalibrationExample($"document {i % 50}", features, random.NextDouble() < 1 / (1 + Math.Exp(-20 * (label - 0.5))), 1);
    }
}
