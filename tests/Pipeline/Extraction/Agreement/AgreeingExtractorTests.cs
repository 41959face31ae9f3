using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Extraction.Agreement;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction.Agreement;

public sealed class AgreeingExtractorTests
{
    private static readonly Failure Down = new("model.starting", "Starting.", true, TimeSpan.FromSeconds(15));

    [Theory]
    [InlineData("12.50", "12,50", ReaderAgreement.Agreed)]
    [InlineData("2026-01-31", "31.01.2026", ReaderAgreement.Agreed)]
    [InlineData("ACME Ltd.", "Acme Ltd", ReaderAgreement.Agreed)]
    [InlineData("12.50", "12.60", ReaderAgreement.Disagreed)]
    [InlineData("ACME Ltd.", "Other Ltd.", ReaderAgreement.Disagreed)]
    [InlineData("ACME Ltd.", null, ReaderAgreement.Unknown)]
    public async Task Extract_WithBoth_MarksAgreementByMeaning(string first, string? second, ReaderAgreement expected)
    {
        var answer = await Extract(Prediction(("a", first)), Prediction(("a", second)), runBoth: true);

        var field = Assert.Single(answer.Value.Fields);
        Assert.Equal((first, expected), (field.Value.Text, field.Agreement));
    }

    [Fact]
    public async Task Extract_TablesWithDifferentRowsLost_ComparesTheSameRows()
    {
        var first = Prediction(
            ("t[0].n", "Bolt"),
            ("t[0].p", "1.00"),
            ("t[1].n", "Nut"),
            ("t[1].p", "2.00"),
            ("t[2].n", "Gear"),
            ("t[2].p", "3.00")
        );
        var second = Prediction(("t[0].n", "Nut"), ("t[0].p", "2.00"), ("t[1].n", "Gear"), ("t[1].p", "9.00"));

        var answer = (await Extract(first, second, runBoth: true)).Value;

        Assert.Equal(
            [
                ReaderAgreement.Unknown,
                ReaderAgreement.Unknown,
                ReaderAgreement.Agreed,
                ReaderAgreement.Agreed,
                ReaderAgreement.Agreed,
                ReaderAgreement.Disagreed,
            ],
            answer.Fields.Select(field => field.Agreement)
        );
    }

    [Fact]
    public async Task Extract_CheckThatFails_LeavesTheAnswer() =>
        Assert.Equal(ReaderAgreement.Unknown, (await Extract(Prediction(("a", "1")), Down, runBoth: true)).Value.Fields[0].Agreement);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Extract_FirstDown_FallsBackAndSaysSo(bool runBoth)
    {
        var answer = (await Extract(Down, Prediction(("a", "1")), runBoth, UnavailablePolicy.Fallback)).Value;

        Assert.True(answer.Provenance.IsFallback);
        Assert.Equal("second", answer.Provenance.Extractor);
    }

    [Fact]
    public async Task Extract_FirstDown_WaitsOrFailsAsThePolicySays()
    {
        var waiting = await Extract(Down, Prediction(("a", "1")), runBoth: false, UnavailablePolicy.Wait);
        var failing = await Extract(Down, Prediction(("a", "1")), runBoth: false, UnavailablePolicy.Fail);

        Assert.Equal(Down, waiting.Failure);
        Assert.False(failing.Failure!.IsTransient);
    }

    [Fact]
    public async Task Extract_BothDown_ReportsTheFirst() =>
        Assert.Equal(Down, (await Extract(Down, new Failure("x", "X."), runBoth: false, UnavailablePolicy.Fallback)).Failure);

    private static Task<Result<Prediction>> Extract(
        Result<Prediction> first,
        Result<Prediction> second,
        bool runBoth,
        UnavailablePolicy policy = UnavailablePolicy.Wait
    ) =>
        new AgreeingExtractor(
            new Fixed(first),
            new Fixed(second),
            new AgreementOptions { Agreement = runBoth, WhenUnavailable = policy }
        ).ExtractAsync(
            new ExtractionWindow([], []),
            SchemaParser.Parse("""{"type":"object","properties":{"a":{"type":"string"}}}""").Value,
            CancellationToken.None
        );

    private static Prediction Prediction(params (string Path, string? Value)[] fields) =>
        new(
            [.. fields.Select(field => new PredictedField(FieldPath.Parse(field.Path), ScalarValue.FromText(field.Value)))],
            new Provenance("second", "1", "00000000")
        );

    private sealed class Fixed(Result<Prediction> answer) : IExtractor
    {
        public int MaxWindowPages => 1;

        public Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken) =>
            Task.FromResult(answer);
    }
}
