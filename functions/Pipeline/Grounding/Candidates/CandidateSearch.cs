using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Finds the candidates of values, tier by tier; equal values are searched for once.</summary>
internal sealed class CandidateSearch
{
    // A value that is printed in one place looks like this at least; from one that does not, some words may be misread elsewhere.
    private const double NeatFit = 0.92;

    // A value that is printed at all.
    private const double GoodFit = 0.75;
    private const double VariantCost = 0.04;

    private readonly Dictionary<(string Text, ScalarKind Kind), IReadOnlyList<Candidate>> known = [];
    private readonly RunFinder runs;
    private readonly TypedFinder typed;
    private readonly FuzzyFinder fuzzy;
    private readonly LatticeFinder lattices;
    private readonly ScatteredFinder scattered;
    private readonly ListFinder lists;
    private readonly CheckBoxFinder checkBoxes;
    private readonly SymbolFinder symbols;
    private readonly IReadOnlyDictionary<(string Text, ScalarKind Kind), int> timesWanted;

    /// <param name="index">The words to search.</param>
    /// <param name="values">The dates and numbers among them.</param>
    /// <param name="timesWanted">How many fields have a value; one where it is not said.</param>
    public CandidateSearch(DocumentIndex index, TypedIndex values, IReadOnlyDictionary<(string Text, ScalarKind Kind), int> timesWanted)
    {
        this.timesWanted = timesWanted;
        runs = new RunFinder(index);
        typed = new TypedFinder(index, values);
        fuzzy = new FuzzyFinder(index);
        lattices = new LatticeFinder(index);
        scattered = new ScatteredFinder(index, fuzzy);
        lists = new ListFinder(index);
        checkBoxes = new CheckBoxFinder(index);
        symbols = new SymbolFinder(index);
    }

    /// <summary>All places that could print the text, in document order within a tier.</summary>
    public IReadOnlyList<Candidate> Find(string text, ScalarKind kind)
    {
        if (!known.TryGetValue((text, kind), out var candidates))
        {
            known[(text, kind)] = candidates = Search(ValuePattern.Of(text, kind));
        }

        return candidates;
    }

    /// <summary>The places that are only like the text, as reading errors make them.</summary>
    public IReadOnlyList<Candidate> FindMisread(string text, ScalarKind kind)
    {
        var value = ValuePattern.Of(text, kind);
        var found = new List<Candidate>();
        AddMisread(value, found);
        return found;
    }

    private void AddMisread(ValuePattern value, List<Candidate> found)
    {
        fuzzy.Find(value, found);
        lattices.Find(value, found);
    }

    private List<Candidate> Search(ValuePattern value)
    {
        var found = new List<Candidate>();
        checkBoxes.Find(value, found);
        if (value.Kind == ScalarKind.Boolean)
        {
            return found;
        }

        AddPrinted(value, found);
        AddVariants(value, found);
        // What more fields want than it is printed may also be printed where it was misread.
        var wanted = timesWanted.GetValueOrDefault((value.Text, value.Kind), 1);
        if (found.Count(c => c.Fit >= NeatFit) < wanted)
        {
            var isPrinted = found.Count(c => c.Fit >= GoodFit) >= wanted;
            lists.Find(value, found);
            AddMisread(value, found);
            if (!isPrinted)
            {
                scattered.Find(value, found);
            }
        }

        return found;
    }

    private void AddPrinted(ValuePattern value, List<Candidate> found)
    {
        if (value.Squeezed.Length == 0)
        {
            symbols.Find(value, found);
            return;
        }

        runs.Find(value, found);
        var places = new HashSet<(int First, int Last)>(found.Select(c => (c.Place.FirstWord, c.Place.LastWord)));
        var sameValue = new List<Candidate>();
        typed.Find(value, sameValue);
        found.AddRange(sameValue.Where(c => places.Add((c.Place.FirstWord, c.Place.LastWord))));
    }

    // The fullest form wins where several overlap: "two (2) years" contains "two" and "2". Of as many words the value's own form wins.
    private void AddVariants(ValuePattern value, List<Candidate> found)
    {
        foreach (var variant in ValueVariants.Of(value.Text))
        {
            var places = new List<Candidate>();
            AddPrinted(ValuePattern.Of(variant, ScalarKind.Text), places);
            foreach (var place in places)
            {
                if (!found.Exists(c => Overlap(c, place) && (c.Tier == MatchTier.Typed || IsAsFull(c, place))))
                {
                    found.RemoveAll(c => Overlap(c, place));
                    found.Add(place with { Tier = MatchTier.Typed, Fit = place.Fit - VariantCost });
                }
            }
        }
    }

    private static bool IsAsFull(Candidate one, Candidate other) => one.Place.Words.Count >= other.Place.Words.Count;

    private static bool Overlap(Candidate one, Candidate other) =>
        one.Place.FirstWord <= other.Place.LastWord && other.Place.FirstWord <= one.Place.LastWord;
}
