using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Labels;

/// <summary>
/// Finds labels that say only the end of what a field is called, below a line that says the beginning: the field "mailing country" is
/// printed as "Country" below "Mailing address".
/// </summary>
internal static class SectionLabels
{
    private const double MaxLines = 8;
    private const double SectionFactor = 0.85;
    private const double LineCost = 0.02;

    // The label itself must be sure; the line above may say more than the one word.
    private const double MinLabelScore = 0.8;

    /// <summary>The labels of one field on one page.</summary>
    public static IEnumerable<LabelHit> Find(FieldMeaning field, Sheet sheet, LabelFinder finder)
    {
        // A name of signs or noise alone has no label.
        if (field.Concept is not null || field.Labels is not [{ Pieces: { Count: > 1 } words }, ..] || words.Any(w => w.Any(char.IsDigit)))
        {
            return [];
        }

        var labels = finder.Find(new LabelPhrase([.. words.Skip(1)], 1), []).Where(label => label.Score >= MinLabelScore).ToList();
        return labels.Count == 0
            ? []
            : finder
                .Find(new LabelPhrase([words[0]], 1), [])
                .Select(section => (Section: section, Label: FirstBelow(section, labels, sheet)))
                .Where(pair => pair.Label is not null)
                .Select(pair => pair.Label! with { Score = pair.Label.Score * Factor(pair.Section, pair.Label, sheet) });
    }

    private static LabelHit? FirstBelow(LabelHit section, IEnumerable<LabelHit> labels, Sheet sheet) =>
        labels.Where(label => Lines(section, label, sheet) is > 0 and <= MaxLines).MinBy(label => label.Box.Top);

    private static double Factor(LabelHit section, LabelHit label, Sheet sheet) =>
        SectionFactor * section.Score * (1 - (LineCost * Lines(section, label, sheet)));

    private static double Lines(LabelHit section, LabelHit label, Sheet sheet) => (label.Box.Top - section.Box.Top) / sheet.LineHeight;
}
