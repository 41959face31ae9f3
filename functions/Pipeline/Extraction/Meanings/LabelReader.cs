using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>Collects the labels under which a field may be printed.</summary>
internal static class LabelReader
{
    // The label of another concept, whose value holds when this one is not printed.
    private const double FallbackWeight = 0.62;

    private const int MaxDescriptionWords = 7;
    private const int MaxVerbatimWords = 24;
    private static readonly string[] RangeWords =
    [
        "start",
        "from",
        "begin",
        "first",
        "end",
        "to",
        "until",
        "last",
        "through",
        "date",
        "day",
    ];

    // What a document's dates cover, where it does not name the topic that the schema asks about.
    private static readonly string[] PeriodTopics = ["contract", "schedule", "campaign", "service"];

    // These have a date of their own, so that only their period is one.
    private static readonly string[] DatedTopics = ["billing", "invoice"];
    private static readonly string[] FillWords = ["full", "printed"];

    /// <summary>The labels, best first, without repeats.</summary>
    public static IReadOnlyList<LabelPhrase> Read(ScalarSchema schema, FieldWords words, Concept? concept, RangeEnd range)
    {
        var phrases = new List<LabelPhrase>();
        var isVerbatim = FieldWords.IsVerbatim(schema);
        if (isVerbatim)
        {
            Add(phrases, [.. words.Description.Take(MaxVerbatimWords)], 1);
        }

        Add(phrases, LabelText.Pieces(schema.Title ?? ""), 0.97);
        foreach (var (label, index) in (concept?.Labels ?? []).Select((l, i) => (l, i)))
        {
            Add(phrases, LabelText.Pieces(label), (isVerbatim ? 0.8 : 0.97) - (0.002 * index));
        }

        foreach (var label in (concept?.Fallback ?? []).SelectMany(id => ConceptLexicon.Get(id).Labels))
        {
            Add(phrases, LabelText.Pieces(label), FallbackWeight, isOwn: false);
        }

        Add(phrases, words.Own, words.Own.Count > 1 || words.WithParents.Count == 1 ? 0.95 : 0.7);
        Add(phrases, words.WithParents, 0.95);
        if (!isVerbatim && words.Description.Count is > 0 and <= MaxDescriptionWords)
        {
            Add(phrases, [.. words.Description.Where(w => !FillWords.Contains(w))], 0.85);
            AddAlternatives(phrases, schema.Description!);
        }

        if (range != RangeEnd.None)
        {
            AddPeriods(phrases, words);
        }

        return phrases;
    }

    // "Contract, order or invoice number" stands for three labels that share their last word.
    private static void AddAlternatives(List<LabelPhrase> phrases, string description)
    {
        var parts = description
            .Replace(" or ", ",", StringComparison.OrdinalIgnoreCase)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return;
        }

        var last = LabelText.Pieces(parts[^1]);
        foreach (var part in parts[..^1].Select(LabelText.Pieces).Where(p => p.Count is > 0 and <= 2))
        {
            Add(phrases, last.Count > 0 ? [.. part, last[^1]] : part, 0.9);
        }

        Add(phrases, last, 0.9);
    }

    // A field "flight_from" is printed as "Flight Dates: a - b", or as "Flight Start".
    private static void AddPeriods(List<LabelPhrase> phrases, FieldWords words)
    {
        var topic = words.Own.Where(w => !RangeWords.Contains(w)).ToList();
        if (topic.Count > 0)
        {
            Add(phrases, [.. topic, "date"], 0.96);
            Add(phrases, [.. topic, "period"], 0.96);
            Add(phrases, [.. topic.Take(1), "period"], 0.9);
            Add(phrases, [.. topic.Take(1), "date", "range"], 0.9);
        }

        Add(phrases, topic, 0.9);
        Add(phrases, ["period"], 0.62);
        foreach (var covered in PeriodTopics)
        {
            Add(phrases, [covered, "date"], 0.66);
        }

        foreach (var covered in PeriodTopics.Concat(DatedTopics))
        {
            Add(phrases, [covered, "period"], 0.66);
        }
    }

    private static void Add(List<LabelPhrase> phrases, IReadOnlyList<string> pieces, double weight, bool isOwn = true)
    {
        if (
            pieces.Count > 0
            && pieces.Any(p => !LabelText.IsNoise(p) || pieces.Count == 1)
            && !phrases.Exists(p => p.Pieces.SequenceEqual(pieces))
        )
        {
            phrases.Add(new LabelPhrase(pieces, weight) { IsOwn = isOwn });
        }
    }
}
