using System.Globalization;
using System.Text.RegularExpressions;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Prose;

/// <summary>Reads from running text what agreements print in sentences instead of beside labels.</summary>
internal sealed class ContractReader(ProseText prose)
{
    private const double SentenceScore = 0.72;
    private const double BareScore = 0.5;
    private const int CueReach = 70;
    private const int LawReach = 160;
    private const int LengthReach = 200;
    private const int MaxAnswerWords = 6;
    private static readonly Dictionary<string, int> Counts = Lexicons.Read<Dictionary<string, int>>("counts");

    /// <summary>The candidates of a scalar field.</summary>
    public IEnumerable<Candidate> Find(FieldMeaning field) =>
        field.Concept?.Id switch
        {
            "effective_date" => Dates(field),
            "jurisdiction" => Laws(field),
            "contract_term" => Lengths(field),
            _ => [],
        };

    /// <summary>
    /// Whether a labelled candidate is running text where a short answer is wanted: the word was a heading, not a label.
    /// </summary>
    public static bool IsClause(Candidate candidate) =>
        candidate.Field.Concept?.Id is "effective_date" or "jurisdiction" or "contract_term"
        && candidate.Reading.Run.Tokens.Count > MaxAnswerWords;

    private IEnumerable<Candidate> Dates(FieldMeaning field)
    {
        foreach (Match cue in ContractPatterns.DateCue().Matches(prose.Text).Take(20))
        {
            var start = cue.Index + cue.Length;
            var after = prose.Text.AsSpan(start, Math.Min(CueReach, prose.Text.Length - start));
            if (DateReader.Find(after) is [var date, ..])
            {
                yield return Candidate(field, start + date.Start, date.Length, SentenceScore - (0.01 * Math.Min(20, cue.Index / 500)));
            }
        }

        if (DateReader.Find(prose.Head) is [var first, ..])
        {
            yield return Candidate(field, first.Start, first.Length, BareScore);
        }
    }

    private IEnumerable<Candidate> Laws(FieldMeaning field)
    {
        foreach (Match law in ContractPatterns.Law().Matches(prose.Text).Take(40))
        {
            var before = prose.Text[Math.Max(0, law.Index - LawReach)..law.Index];
            var place = law.Groups["place"];
            var score = ContractPatterns.LawCue().IsMatch(before) ? SentenceScore : BareScore;
            yield return Candidate(
                field,
                place.Index,
                place.Length,
                place.Value.StartsWith("United", StringComparison.Ordinal) ? score * 0.7 : score
            );
        }
    }

    private IEnumerable<Candidate> Lengths(FieldMeaning field)
    {
        foreach (Match length in ContractPatterns.Length().Matches(prose.Text).Take(60))
        {
            var (word, digits) = (length.Groups["word"].Value.ToLowerInvariant(), length.Groups["digits"].Value);
            var count = digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : Counts.GetValueOrDefault(word);
            if (count == 0)
            {
                continue;
            }

            var around = prose.Text[
                Math.Max(0, length.Index - LengthReach)..Math.Min(prose.Text.Length, length.Index + length.Length + 60)
            ];
            var cues =
                ContractPatterns.LengthCue().Count(around)
                + (around.Contains("this Agreement", StringComparison.OrdinalIgnoreCase) ? 1 : 0);
            var unit = length.Groups["unit"].Value.ToLowerInvariant();
            var score = BareScore + (0.06 * Math.Min(4, cues)) - (unit is "day" or "week" ? 0.25 : 0);
            var printedStart =
                Counts.ContainsKey(word) ? length.Index
                : digits.Length > 0 ? length.Groups["digits"].Index
                : length.Index;
            var candidate = Candidate(field, printedStart, length.Index + length.Length - printedStart, score);
            yield return candidate with
            {
                Reading = candidate.Reading with { Value = $"{count} {unit}{(count == 1 ? "" : "s")}" },
            };
        }
    }

    private Candidate Candidate(FieldMeaning field, int start, int length, double score) =>
        new(field, new Reading(prose.RunAt(start, length), prose.Text.Substring(start, length), 1), score, null)
        {
            Source = SupportSource.Sentence,
        };
}
