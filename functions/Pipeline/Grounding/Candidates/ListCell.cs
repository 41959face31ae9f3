using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>A word of a list, or what is printed in one cell of a table.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="IsOneWord">Whether the cell was read in one piece.</param>
internal sealed record ListCell(string Text, bool IsOneWord)
{
    private const double MaxCostOfMisread = 0.5;
    private const double MaxCostOfNearly = 0.25;
    private const int MaxLengthChange = 2;

    // Longer ones are no cells, and comparing costs the square of the length.
    private const int Longest = 60;

    private readonly string squeezed = TextFold.Squeeze(Text);
    private readonly string number = string.Concat(Text.Where(c => char.IsDigit(c) || c is '.' or ',')).Trim('.', ',');

    /// <summary>Whether letters and digits are equal, and the decimal signs of a cell that was read in one piece.</summary>
    public bool Says(ListCell word) => squeezed == word.squeezed && (number == word.number || !IsOneWord);

    /// <summary>
    /// Whether the word is printed here with something more, as where "60+++" is read as "60+4+", or is a word of letters of which one
    /// in four is misread.
    /// </summary>
    public bool IsNearly(ListCell word) =>
        IsAsLong(word)
        && (squeezed.Contains(word.squeezed, StringComparison.Ordinal) || (word.number.Length == 0 && IsWithin(MaxCostOfNearly, word)));

    /// <summary>Whether reading errors explain the difference.</summary>
    public bool IsLike(ListCell word) => IsAsLong(word) && IsWithin(MaxCostOfMisread, word);

    private bool IsWithin(double costPerLetter, ListCell word) =>
        word.squeezed.Length <= Longest
        && FuzzyAlignment.Align(word.squeezed, squeezed, squeezed.Length + word.squeezed.Length, _ => true).Cost
            <= costPerLetter * word.squeezed.Length;

    private bool IsAsLong(ListCell word) => Math.Abs(Text.Length - word.Text.Length) <= MaxLengthChange;
}
