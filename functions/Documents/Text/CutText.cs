namespace GroundedDocs.Documents.Text;

/// <summary>Cuts text to a length without cutting a character in two: half a surrogate pair cannot be stored as UTF-8.</summary>
public static class CutText
{
    /// <summary>The first characters of a text, at most as many as given.</summary>
    public static string Prefix(string text, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        return char.IsHighSurrogate(text[maxCharacters - 1]) ? text[..(maxCharacters - 1)] : text[..maxCharacters];
    }
}
