using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Meanings;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>Says what speaks for the chosen candidates of scalar fields, by looking at all the others that were not chosen.</summary>
internal sealed class SupportOfScalars
{
    // A rival or repeat counts from this share of the chosen candidate's score on: fainter ones are noise.
    private const double MinShare = 0.6;

    private readonly ILookup<FieldMeaning, Candidate> candidates;

    public SupportOfScalars(IEnumerable<Candidate> candidates) =>
        this.candidates = candidates.ToLookup(c => c.Field, (IEqualityComparer<FieldMeaning>)ReferenceEqualityComparer.Instance);

    /// <summary>The grounds of one chosen candidate.</summary>
    public ValueSupport Of(Candidate chosen)
    {
        var value = ValueOf(chosen);
        var others = candidates[chosen.Field].Where(c => c.Score >= MinShare * chosen.Score).ToLookup(c => ValueOf(c) == value);
        var best = candidates[chosen.Field].Where(c => ValueOf(c) != value).Select(c => c.Score).DefaultIfEmpty(0).Max();
        var repeats = others[true].Select(c => c.Reading.Run.Tokens[0]).Where(t => !chosen.Reading.Run.Tokens.Contains(t)).Distinct();
        return new ValueSupport(chosen.Source)
        {
            Score = Math.Clamp(chosen.Score, 0, 1),
            Label = chosen.Label?.Score ?? 0,
            Place = Math.Clamp(chosen.Closeness, 0, 1),
            Margin = chosen.Score <= 0 ? 0 : Math.Clamp((chosen.Score - best) / chosen.Score, 0, 1),
            Rivals = Growing(others[false].Select(ValueOf).Distinct(StringComparer.Ordinal).Count()),
            Repeats = Growing(repeats.Count()),
            Arithmetic = chosen.Arithmetic,
        }.WithShape(chosen.Field, chosen.Reading);
    }

    private static string ValueOf(Candidate candidate) => TextFold.Squeeze(candidate.Reading.Value ?? candidate.Reading.Printed);

    private static double Growing(int count) => 1 - (1.0 / (1 + count));
}
