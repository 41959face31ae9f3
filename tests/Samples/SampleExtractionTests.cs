using GroundedDocs.App.Cli;
using GroundedDocs.App.Cli.Manifests;
using GroundedDocs.App.Evaluation;
using GroundedDocs.App.Evaluation.Answers;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.App.Options;
using Xunit;

namespace GroundedDocs.Tests.Samples;

/// <summary>The samples go through the whole pipeline and are held against what their generator knows.</summary>
public sealed class SampleExtractionTests
{
    private const double RequiredShare = 0.95;

    [Theory]
    [InlineData("invoice")]
    [InlineData("receipt")]
    [InlineData("drivers-license")]
    [InlineData("bank-statement")]
    public async Task Extract_SamplesOfOneKind_AlmostAllFieldsAreRightAndBoxed(string kind)
    {
        using var files = new SampleFiles(1, 2, 3);
        using var documents = LocalDocuments.Create(EngineOptions.Default, TimeProvider.System);
        var scorer = new Scorer();

        foreach (var line in ManifestFile.Read(files.Manifest).Value.Where(line => line.Id.StartsWith(kind, StringComparison.Ordinal)))
        {
            var answer = await documents.ExtractAsync(line.Entry.Value, null, TestContext.Current.CancellationToken);
            var written = AnswerLine.Of(line.Id, answer, 0).ToJsonString();
            scorer.Add(TruthFile.Read(line.Entry.Value.Json), AnswerFile.Read(written));
        }

        Assert.Equal(3, scorer.Figures.Documents);
        Assert.InRange(scorer.Figures.Grounded.Recall, RequiredShare, 1);
        Assert.InRange(scorer.Figures.Value.Precision, RequiredShare, 1);
    }
}
