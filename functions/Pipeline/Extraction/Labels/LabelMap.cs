using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Labels;

/// <summary>Which tokens of the document are labels and can therefore be no part of a value.</summary>
internal sealed class LabelMap
{
    private const double SureScore = 0.85;
    private const int MaxColonLabelWords = 6;

    // Every label of two words or more, and single words where they stand alone.
    private static readonly IReadOnlyList<LabelPhrase> Known =
    [
        .. ConceptLexicon
            .All.SelectMany(c => c.Labels)
            .Concat(Enum.GetValues<PartyRole>().SelectMany(PartyReader.LabelsOf))
            .Select(LabelText.Pieces)
            .Where(p => p.Count > 0)
            .Select(p => new LabelPhrase(p, 1)),
    ];

    private readonly HashSet<Token> labels = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a token belongs to a label.</summary>
    public bool IsLabel(Token token) => !token.IsFilledIn && labels.Contains(token);

    /// <summary>Whether a segment begins with a label.</summary>
    public bool StartsWithLabel(Segment segment) =>
        segment.Tokens.FirstOrDefault(t => t.Text.Any(char.IsLetter)) is { } first && IsLabel(first);

    /// <summary>Adds the labels that were found for the schema's own fields.</summary>
    public void Add(IEnumerable<LabelHit> hits)
    {
        foreach (var hit in hits.Where(h => h.Score >= SureScore))
        {
            labels.UnionWith(hit.Tokens);
        }
    }

    /// <summary>Adds what looks like a label on any document: known business labels, and words before a colon.</summary>
    public void AddCommon(Sheet sheet, LabelFinder finder)
    {
        foreach (var hit in Known.SelectMany(p => finder.Find(p, [])).Where(h => h.Score >= 0.95))
        {
            var isAlone = hit.First == hit.Last && hit.First.Tokens.Where(t => t.IsText).All(hit.Tokens.Contains);
            if (isAlone || hit.Tokens[^1].EndsLabel || hit.Phrase.Pieces.Count > 1)
            {
                labels.UnionWith(hit.Tokens);
            }
        }

        foreach (var segment in sheet.Segments)
        {
            AddBeforeColon(segment);
        }

        foreach (var caption in NumberedCaptions.Find(sheet))
        {
            labels.UnionWith(caption.Tokens);
        }
    }

    private void AddBeforeColon(Segment segment)
    {
        var start = 0;
        for (var i = 0; i < segment.Tokens.Count; i++)
        {
            var isColon = segment.Tokens[i].EndsLabel;
            if (
                isColon
                && i - start < MaxColonLabelWords
                && segment.Tokens.Skip(start).Take(i - start).All(t => !t.Text.Any(char.IsDigit) || t.Text.Length < 3)
            )
            {
                labels.UnionWith(segment.Tokens.Skip(start).Take(i - start + 1));
            }

            start = isColon ? i + 1 : start;
        }

        var tail = segment.Right is { } right && right.Tokens[0].Text is ":" ? segment.Tokens.Count : 0;
        if (tail is > 0 and <= MaxColonLabelWords)
        {
            labels.UnionWith(segment.Tokens);
        }
    }
}
