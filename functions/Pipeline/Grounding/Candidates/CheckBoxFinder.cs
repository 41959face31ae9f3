using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Finds the check boxes whose state is the value: for booleans, and for texts such as "selected".</summary>
internal sealed class CheckBoxFinder(DocumentIndex index)
{
    private const double StateFit = 0.95;
    private const double WordFit = 0.85;

    private static readonly string[] StateWords = ["selected", "unselected", "checked", "unchecked"];

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var isState = StateWords.Contains(value.Squeezed, StringComparer.Ordinal);
        // People write an X into a box.
        var isMark = value.Plain is "☐" or "☒" or "☑" or "✓" or "✔" || value.Squeezed == "x";
        if (value.Kind != ScalarKind.Boolean && !isState && !isMark)
        {
            return;
        }

        var isSelected = BooleanReader.Read(value.Text) == true;
        for (var i = 0; i < index.CheckBoxes.Length; i++)
        {
            var (box, page) = (index.CheckBoxes[i].Source, index.CheckBoxes[i].PageIndex);
            if (box.IsSelected == isSelected)
            {
                found.Add(new Candidate(new Place([], 0, 0) { CheckBox = i }, MatchTier.Typed, StateFit, page, box.Box));
            }
        }

        if (value.Kind == ScalarKind.Boolean)
        {
            AddWords(isSelected, found);
        }
        else if (isSelected && value.Squeezed.Length == 0)
        {
            AddCrosses(found);
        }
    }

    // A box whose frame was not seen as one is read as "[x" or "x]".
    private void AddCrosses(List<Candidate> found)
    {
        foreach (var word in index.WordsThatSay("x").Take(Limits.MaxCandidates))
        {
            var cross = index.Words[word].Source.Text.IndexOf('x', StringComparison.OrdinalIgnoreCase);
            if (cross >= 0)
            {
                var place = new Place([word], cross, cross + 1);
                found.Add(Candidate.At(index, place, MatchTier.Typed, WordFit));
            }
        }
    }

    // Yes and no as words: short ones, so that only the label beside them can choose.
    private void AddWords(bool isYes, List<Candidate> found)
    {
        for (var word = 0; word < index.Words.Length && found.Count < Limits.MaxCandidates; word++)
        {
            var text = index.Words[word].Source.Text;
            if (BooleanReader.Read(text.TrimEnd('.', ',', ';')) == isYes)
            {
                found.Add(Candidate.At(index, Place.Of(index, [word]), MatchTier.Typed, WordFit));
            }
        }
    }
}
