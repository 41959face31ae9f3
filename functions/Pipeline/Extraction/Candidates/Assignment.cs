using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>
/// Gives fields their values: the surest pair first, no words twice and no label twice, unless two fields mean the same.
/// </summary>
internal static class Assignment
{
    // Scores that differ by less than this step are equal: then reading order decides.
    private const double ScoreSteps = 50;

    /// <summary>The chosen candidate of each field that gets one.</summary>
    public static IReadOnlyDictionary<FieldMeaning, Candidate> Solve(
        IReadOnlyList<FieldMeaning> fields,
        IEnumerable<Candidate> candidates,
        double minScore
    )
    {
        var chosen = new Dictionary<FieldMeaning, Candidate>(ReferenceEqualityComparer.Instance);
        var values = new Dictionary<Token, FieldMeaning>(ReferenceEqualityComparer.Instance);
        var labels = new Dictionary<Token, FieldMeaning>(ReferenceEqualityComparer.Instance);
        foreach (
            var candidate in candidates
                .Where(c => c.Score >= minScore)
                .OrderByDescending(c => Math.Round(c.Score * ScoreSteps))
                .ThenBy(c => c.Place)
        )
        {
            var field = candidate.Field;
            var isFree =
                !chosen.ContainsKey(field)
                && candidate.Reading.Run.Tokens.All(t => !values.TryGetValue(t, out var owner) || MayShare(owner, field, candidate))
                && (
                    candidate.Label is null
                    || candidate.Label.Tokens.All(t => !labels.TryGetValue(t, out var owner) || MayShareLabel(owner, field))
                );
            if (!isFree)
            {
                continue;
            }

            chosen[field] = candidate;
            foreach (var token in candidate.Reading.Run.Tokens)
            {
                values.TryAdd(token, field);
            }

            foreach (var token in candidate.Label?.Tokens ?? [])
            {
                labels.TryAdd(token, field);
            }
        }

        OrderRepeatedLabels(fields, chosen);
        return chosen;
    }

    private static bool MayShare(FieldMeaning owner, FieldMeaning field, Candidate candidate) =>
        MeanTheSame(owner, field)
        || IsPartOf(field, owner)
        || IsPartOf(owner, field)
        || FallsBackTo(field, owner)
        || FallsBackTo(owner, field)
        || (
            owner.Range != RangeEnd.None
            && field.Range != RangeEnd.None
            && candidate.Reading.Run.Tokens.Count == 1
            && owner.Range != field.Range
            && candidate.Reading.Printed.Length < candidate.Reading.Run.Text.Length
        );

    private static bool MayShareLabel(FieldMeaning owner, FieldMeaning field) =>
        MeanTheSame(owner, field)
        || FallsBackTo(field, owner)
        || FallsBackTo(owner, field)
        || owner.Kind != field.Kind && !(owner.IsKindSoft || field.IsKindSoft)
        || (owner.Range != RangeEnd.None && field.Range != RangeEnd.None && owner.Range != field.Range);

    private static bool MeanTheSame(FieldMeaning one, FieldMeaning other) =>
        (one.Concept is not null && one.Concept == other.Concept && !one.IsVerbatimLabel)
        || (one.Party != PartyRole.None && one.Party == other.Party && one.Kind == other.Kind);

    // A city is part of the address, a surname part of the full name.
    private static bool IsPartOf(FieldMeaning part, FieldMeaning whole) =>
        (
            part.Party == whole.Party
            && whole.Kind == ValueKind.Address
            && part.Kind is ValueKind.Street or ValueKind.City or ValueKind.PostalCode or ValueKind.State or ValueKind.Country
        )
        || (
            whole.Concept?.Id == "full_name"
            && part.Kind is ValueKind.PersonName or ValueKind.GivenName or ValueKind.MiddleName
            && part.Concept is not null
        );

    private static bool FallsBackTo(FieldMeaning field, FieldMeaning owner) =>
        field.Concept is not null && owner.Concept is not null && field.Concept.Fallback.Contains(owner.Concept.Id, StringComparer.Ordinal);

    // "Date" three times on a form and three date fields: they go by reading order, not by score.
    private static void OrderRepeatedLabels(IReadOnlyList<FieldMeaning> fields, Dictionary<FieldMeaning, Candidate> chosen)
    {
        var groups = fields
            .Where(f => f.IsVerbatimLabel && chosen.GetValueOrDefault(f)?.Label is not null)
            .GroupBy(f => string.Join(' ', f.Labels[0].Pieces), StringComparer.Ordinal)
            .Where(g => g.Count() > 1);
        foreach (var group in groups.ToList())
        {
            var inOrder = group.Select(f => chosen[f]).OrderBy(c => c.Place).ToList();
            foreach (var (field, index) in group.Select((f, i) => (f, i)))
            {
                chosen[field] = inOrder[index] with { Field = field };
            }
        }
    }
}
