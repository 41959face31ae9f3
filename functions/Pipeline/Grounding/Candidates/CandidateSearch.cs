using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Finds the candidates of values, tier by tier; equal values are searched for once.</summary>
internal sealed class CandidateSearch(DocumentIndex index)
{
    private readonly Dictionary<(string Text, ScalarKind Kind), IReadOnlyList<Candidate>> known = [];
    private readonly RunFinder runs = new(index);
    private readonly TypedFinder typed = new(index, TypedIndex.Build(index));
    private readonly CheckBoxFinder checkBoxes = new(index);
    private readonly SymbolFinder symbols = new(index);

    /// <summary>All places that could print the text, in document order within a tier.</summary>
    public IReadOnlyList<Candidate> Find(string text, ScalarKind kind)
    {
        if (!known.TryGetValue((text, kind), out var candidates))
        {
            known[(text, kind)] = candidates = Search(ValuePattern.Of(text, kind));
        }

        return candidates;
    }

    private List<Candidate> Search(ValuePattern value)
    {
        var found = new List<Candidate>();
        checkBoxes.Find(value, found);
        if (value.Kind == ScalarKind.Boolean)
        {
            return found;
        }

        if (value.Squeezed.Length == 0)
        {
            symbols.Find(value, found);
            return found;
        }

        runs.Find(value, found);
        var places = new HashSet<(int First, int Last)>(found.Select(c => (c.Place.FirstWord, c.Place.LastWord)));
        var sameValue = new List<Candidate>();
        typed.Find(value, sameValue);
        found.AddRange(sameValue.Where(c => places.Add((c.Place.FirstWord, c.Place.LastWord))));
        return found;
    }
}
