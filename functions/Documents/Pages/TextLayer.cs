using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Documents.Pages;

/// <summary>
/// What a digital file itself says stands on a page: claims, not yet compared with the picture.
/// </summary>
/// <param name="Words">Words of the text layer, in the file's order; <see cref="Word.Source"/> tells text from form fields.</param>
/// <param name="CheckBoxes">Check boxes and radio buttons of interactive forms.</param>
public sealed record TextLayer(IReadOnlyList<Word> Words, IReadOnlyList<CheckBox> CheckBoxes)
{
    /// <summary>Words that the file places on the page without drawing them, as scanners do with the text they recognised.</summary>
    public IReadOnlyList<Word> InvisibleWords { get; init; } = [];

    /// <summary>A page without a text layer.</summary>
    public static TextLayer Empty { get; } = new([], []);
}
