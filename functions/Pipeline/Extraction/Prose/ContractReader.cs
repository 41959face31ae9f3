using System.Globalization;
using System.Text.RegularExpressions;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Parties;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Prose;

/// <summary>Reads from running text what agreements print in sentences instead of beside labels.</summary>
internal sealed class ContractReader(ProseText prose)
{
    private const double SentenceScore = 0.72;
    private const double BareScore = 0.5;
    private const double BareNameFit = 0.6;
    private const int CueReach = 70;
    private const int LawReach = 160;
    private const int LengthReach = 200;
    private const int HeadLength = 3_000;
    private const int MaxIntroduction = 900;
    private const int MaxParties = 10;
    private const int MaxAnswerWords = 6;
    private static readonly Dictionary<string, int> Counts = Lexicons.Read<Dictionary<string, int>>("counts");
    private static readonly string[] NotNames =
    [
        "agreement",
        "state",
        "company",
        "party",
        "parties",
        "employee",
        "executive",
        "recipient",
        "this",
        "exhibit",
        "confidentiality",
        "effective",
        "section",
    ];

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

    /// <summary>The names of the parties, in the order in which the agreement introduces them.</summary>
    public IReadOnlyList<Reading> Parties()
    {
        foreach (Match cue in ContractPatterns.PartiesCue().Matches(prose.Text).Take(6))
        {
            var start = cue.Index + cue.Length;
            var text = prose.Text.AsSpan(start, Math.Min(MaxIntroduction, prose.Text.Length - start)).ToString();
            var end = ContractPatterns.PartiesEnd().Match(text);
            var names = Names(end.Success ? text[..end.Index] : text, start);
            if (names.Count >= 2)
            {
                return names;
            }
        }

        var head = prose.Text[..Math.Min(HeadLength, prose.Text.Length)];
        return
        [
            .. Names(head, 0).Where(n => OrganisationWords.HasLegalForm(n.Printed)).DistinctBy(n => TextFold.Squeeze(n.Printed)).Take(2),
        ];
    }

    private List<Reading> Names(string text, int offset)
    {
        var names = new List<Reading>();
        foreach (Match match in ContractPatterns.Name().Matches(text))
        {
            var name = UpToLegalForm(match.Value).TrimEnd(',', ' ');
            var (before, after) = (text[..match.Index].TrimEnd(), text[(match.Index + name.Length)..]);
            if (
                IsParty(name, before, after)
                && names.Count < MaxParties
                && !names.Exists(n => TextFold.Squeeze(n.Printed) == TextFold.Squeeze(name))
            )
            {
                var fit = OrganisationWords.HasLegalForm(name) ? 1 : BareNameFit;
                names.Add(new Reading(prose.RunAt(offset + match.Index, name.Length), name, fit));
            }
        }

        return names;
    }

    // Behind "a" comes what a party is, in quotation marks how it is called from now on, behind a comma mostly where it sits.
    private static bool IsParty(string name, string before, string after)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isDescription =
            before.EndsWith(" a", StringComparison.Ordinal)
            || before.EndsWith(" an", StringComparison.Ordinal)
            || before.EndsWith(" the", StringComparison.Ordinal)
            || (before.Length > 0 && before[^1] is '“' or '"' or '‘');
        if (
            isDescription
            || NotNames.Contains(TextFold.Squeeze(words[0]))
            || name.Contains("Agreement", StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        if (words.Length > 1 && OrganisationWords.HasLegalForm(name))
        {
            return true;
        }

        var isStarting = before.Length == 0 || before.EndsWith(" and", StringComparison.Ordinal) || before == "and";
        return isStarting && words.Length <= 4 && words[0].Length > 2 && (words.Length > 1 || ContractPatterns.Introduced().IsMatch(after));
    }

    private static string UpToLegalForm(string name)
    {
        var words = name.Split(' ');
        var last = Array.FindLastIndex(words, OrganisationWords.HasLegalForm);
        return last > 0 ? string.Join(' ', words.Take(last + 1)) : name;
    }

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

        if (DateReader.Find(prose.Text.AsSpan(0, Math.Min(HeadLength, prose.Text.Length))) is [var first, ..])
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
