namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Which character each class of the recogniser stands for.</summary>
internal sealed class CharacterSet
{
    /// <summary>The class that means "no character here" in connectionist temporal classification.</summary>
    public const int Blank = 0;

    // Outside ASCII: the letters the model knows of western alphabets, and signs that documents of our domains print.
    private const string FurtherCharacters = "§°±·×÷®™№‰•—…“”‘’●■□▪★√→²ËÜÓàáäèéíòóúüāēīōū";

    // The model was trained on Chinese type, where these are the ordinary forms of our signs.
    private static readonly Dictionary<char, char> WesternForms = new()
    {
        ['￡'] = '£',
        ['￥'] = '¥',
        ['￠'] = '¢',
        ['∶'] = ':',
        ['－'] = '-',
        ['′'] = '\'',
        ['″'] = '"',
        ['│'] = '|',
    };

    private readonly char[] characters;

    private CharacterSet(char[] characters, int[] classes)
    {
        this.characters = characters;
        Classes = classes;
        Space = Array.IndexOf(characters, ' ');
    }

    /// <summary>Number of classes in use, the blank included.</summary>
    public int Count => characters.Length;

    /// <summary>The class of the space.</summary>
    public int Space { get; }

    /// <summary>For each class in use, its number in the stock model.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>The character of a class; <c>'\0'</c> for the blank.</summary>
    public char this[int index] => characters[index];

    /// <summary>The class of a character, or null when the model does not know it.</summary>
    public int? ClassOf(char character) => Array.IndexOf(characters, character) is var index and >= 0 ? index : null;

    /// <summary>
    /// Picks the classes in use from the model's list: class 0 is the blank, then one class a line, then the space.
    /// </summary>
    public static CharacterSet Choose(IReadOnlyList<string> listed)
    {
        var chosen = new List<(char Character, int Class)> { ('\0', Blank) };
        for (var line = 0; line < listed.Count; line++)
        {
            if (listed[line].Length == 1 && WesternForm(listed[line][0]) is { } character)
            {
                chosen.Add((character, line + 1));
            }
        }

        chosen.Add((' ', listed.Count + 1));
        return new CharacterSet([.. chosen.Select(item => item.Character)], [.. chosen.Select(item => item.Class)]);
    }

    private static char? WesternForm(char listed)
    {
        const int FullWidthOffset = '！' - '!';
        if (WesternForms.TryGetValue(listed, out var western))
        {
            return western;
        }

        if (listed is >= '！' and <= '～')
        {
            return (char)(listed - FullWidthOffset);
        }

        return listed is > ' ' and <= '~' || FurtherCharacters.Contains(listed) ? listed : null;
    }
}
