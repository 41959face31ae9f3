using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Grounding;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

public sealed class SecondOpinionTests
{
    [Fact]
    public void Agreement_RaisesTheScoreAndDisagreementLowersIt()
    {
        var alone = Ground(ReaderAgreement.Unknown);

        Assert.True(Ground(ReaderAgreement.Agreed).Score > alone.Score);
        Assert.True(Ground(ReaderAgreement.Disagreed).Score < alone.Score);
        Assert.All(Enum.GetValues<ReaderAgreement>(), agreement => Assert.InRange(Ground(agreement).Score, 0, 1));
    }

    [Fact]
    public void Fallback_NeverReachesTheHighestBand()
    {
        Assert.Equal(ConfidenceBand.High, Ground(ReaderAgreement.Agreed).Confidence);
        Assert.Equal(ConfidenceBand.Medium, Ground(ReaderAgreement.Agreed, isFallback: true).Confidence);
    }

    private static GroundedField Ground(ReaderAgreement agreement, bool isFallback = false)
    {
        var schema = SchemaParser.Parse(PrintedPage.Schema("name")).Value;
        var page = new PrintedPage().Print(10, 2, "Name:").Print(10, 12, "Jane Doe").Layout();
        var field = PrintedPage.Field("name", "Jane Doe") with { Agreement = agreement };
        var provenance = new Provenance("test", "1", schema.Hash) { IsFallback = isFallback };
        return new Grounder().Ground(new DocumentLayout([page]), schema, new Prediction([field], provenance)).Document.Fields[0];
    }
}
