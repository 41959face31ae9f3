namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Which character each class of the recogniser stands for: the blank first, the space last.</summary>
/// <param name="characters">The characters of the classes between the two, none of them twice.</param>
internal sealed class CharacterSet(string characters)
{
    /// <summary>The class that means "no character here" in connectionist temporal classification.</summary>
    public const int Blank = 0;

    private readonly string classes = '\0' + characters + ' ';

    /// <summary>Number of classes, the blank and the space included.</summary>
    public int Count => classes.Length;

    /// <summary>The class of the space.</summary>
    public int Space => classes.Length - 1;

    /// <summary>The character of a class; <c>'\0'</c> for the blank.</summary>
    public char this[int index] => classes[index];

    /// <summary>The class of a character, or null when the model does not know it.</summary>
    public int? ClassOf(char character) => classes.IndexOf(character, StringComparison.Ordinal) is var index and > Blank ? index : null;
}
