using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Where a value might stand: words in order, the first and last of them perhaps cut, or a check box.</summary>
/// <param name="Words">Indices of the words.</param>
/// <param name="StartChar">First character of the value in the first word.</param>
/// <param name="EndChar">End of the value in the last word.</param>
internal sealed record Place(IReadOnlyList<int> Words, int StartChar, int EndChar)
{
    /// <summary>The place of whole words.</summary>
    public static Place Of(DocumentIndex index, IReadOnlyList<int> words) => new(words, 0, index.Words[words[^1]].Source.Text.Length);

    /// <summary>Index of the check box in <see cref="DocumentIndex.CheckBoxes"/> when the value is its state, or -1.</summary>
    public int CheckBox { get; init; } = -1;

    public int FirstWord => Words.Count > 0 ? Words[0] : -1;

    public int LastWord => Words.Count > 0 ? Words[^1] : -1;

    /// <summary>Identity: equal for places on the same characters, or of the same check box.</summary>
    public PlaceKey Key => new(FirstWord, StartChar, LastWord, EndChar, CheckBox);
}
