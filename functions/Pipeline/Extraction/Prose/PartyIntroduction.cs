using System.Text.RegularExpressions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Parties;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Prose;

/// <summary>Reads who makes an agreement from the sentence that introduces its parties, or from its head.</summary>
internal sealed class PartyIntroduction(ProseText prose)
{
    private const double BareNameFit = 0.6;
    private const int MaxIntroduction = 900;
    private const int MaxParties = 10;
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

    /// <summary>The names of the parties, in the order in which the agreement introduces them.</summary>
    public IReadOnlyList<Reading> Find()
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

        return
        [
            .. Names(prose.Head, 0)
                .Where(n => OrganisationWords.HasLegalForm(n.Printed))
                .DistinctBy(n => TextFold.Squeeze(n.Printed))
                .Take(2),
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
}
