using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>Tokens that are read one after the other, possibly over several printed lines of one page.</summary>
internal sealed class Run
{
    private readonly int[] starts;

    public Run(IReadOnlyList<Token> tokens)
    {
        Tokens = tokens;
        starts = new int[tokens.Count];
        for (var i = 1; i < tokens.Count; i++)
        {
            starts[i] = starts[i - 1] + tokens[i - 1].Text.Length + 1;
        }

        Text = string.Join(' ', tokens.Select(t => t.Text));
        Box = BoundingBox.Enclosing(tokens.Select(t => t.Box));
    }

    /// <summary>The tokens, at least one.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Their texts joined by single spaces.</summary>
    public string Text { get; }

    /// <summary>The box around them.</summary>
    public BoundingBox Box { get; }

    /// <summary>The page they stand on.</summary>
    public int PageNumber => Tokens[0].PageNumber;

    /// <summary>The tokens that the characters from <paramref name="start"/> on touch.</summary>
    public Run Slice(int start, int length)
    {
        var end = start + length;
        var touched = Tokens.Where((t, i) => starts[i] < end && starts[i] + t.Text.Length > start).ToList();
        return touched.Count == Tokens.Count ? this : new Run(touched);
    }

    /// <summary>Both runs, one after the other.</summary>
    public Run Then(Run next) => new([.. Tokens, .. next.Tokens]);
}
