using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// What a page shows of a form field (PDF 32000-1, 12.7.3.1). Entries that the widget lacks are those of its parents. The page lists
/// its widgets, while the file's own list of fields is incomplete in files that were put together from others.
/// </summary>
internal sealed class PdfWidget
{
    /// <summary>Parents that are asked: more are a circle.</summary>
    private const int DeepestParent = 32;

    private const int MultilineFlag = 1 << 12;
    private const int PasswordFlag = 1 << 13;
    private const int PushButtonFlag = 1 << 16;
    private const int ComboFlag = 1 << 17;
    private const int CombFlag = 1 << 24;

    private readonly PdfDocument document;
    private readonly List<DictionaryToken> levels = [];

    private PdfWidget(PdfDocument document, Annotation annotation)
    {
        this.document = document;
        Bounds = annotation.Rectangle;
        for (var level = annotation.AnnotationDictionary; level is not null && levels.Count < DeepestParent; )
        {
            levels.Add(level);
            level = level.TryGet(NameToken.Parent, out var parent) ? Resolve(parent) as DictionaryToken : null;
        }
    }

    /// <summary>The place on the page, in the page's own points.</summary>
    public PdfRectangle Bounds { get; }

    /// <summary>What people are told it is, or else the name that the file gives it.</summary>
    public string? Name =>
        levels
            .Select(level => TextOf(Find(level, NameToken.Tu)) ?? TextOf(Find(level, NameToken.T)))
            .FirstOrDefault(name => name is { Length: > 0 });

    public bool IsText => Type == "Tx" && !Has(PasswordFlag);

    public bool IsChoice => Type == "Ch";

    /// <summary>A check box or a radio button.</summary>
    public bool IsCheckBox => Type == "Btn" && !Has(PushButtonFlag);

    /// <summary>Whether its value is drawn from the top, in lines.</summary>
    public bool IsMultiline => IsChoice ? !Has(ComboFlag) : Has(MultilineFlag);

    /// <summary>Cells of equal width, one a character; null where the text runs on.</summary>
    public int? Cells => Has(CombFlag) && Find(NameToken.MaxLen) is NumericToken { Int: > 0 } cells ? cells.Int : null;

    /// <summary>Whether the drawn state of a button is any but off.</summary>
    public bool IsSelected => (Find(levels[0], NameToken.As) ?? Find(NameToken.V)) is NameToken state && state.Data != "Off";

    /// <summary>Alignment: 0 left, 1 centre, 2 right.</summary>
    public int Alignment => (Find(NameToken.Q) as NumericToken)?.Int ?? 0;

    /// <summary>The operators that choose the font; empty where none are stated.</summary>
    public string Appearance => TextOf(Find(NameToken.Da)) ?? "";

    /// <summary>The text shown, lines apart.</summary>
    public string Value
    {
        get
        {
            var value = Find(NameToken.V);
            var texts = value is ArrayToken several ? several.Data.Select(each => TextOf(Resolve(each))) : [TextOf(value)];
            return string.Join('\n', texts.Select(text => IsChoice ? Shown(text) : text));
        }
    }

    private string? Type => (Find(NameToken.Ft) as NameToken)?.Data;

    /// <summary>The form fields that a page shows.</summary>
    public static IEnumerable<PdfWidget> Of(PdfDocument document, UglyToad.PdfPig.Content.Page page) =>
        page.GetAnnotations()
            .Where(annotation =>
                annotation.Type == AnnotationType.Widget
                && !annotation.Flags.HasFlag(AnnotationFlags.Hidden)
                && !annotation.Flags.HasFlag(AnnotationFlags.NoView)
            )
            .Select(annotation => new PdfWidget(document, annotation));

    private bool Has(int flag) => Find(NameToken.Ff) is NumericToken flags && (flags.Int & flag) != 0;

    // An option may be a pair: what the file stores, and what people see.
    private string? Shown(string? stored) =>
        Find(NameToken.Opt) is ArrayToken options
            ? options
                .Data.Select(Resolve)
                .OfType<ArrayToken>()
                .Where(pair => pair.Length == 2 && TextOf(Resolve(pair[0])) == stored)
                .Select(pair => TextOf(Resolve(pair[1])))
                .FirstOrDefault(stored)
            : stored;

    private IToken? Find(NameToken name) => levels.Select(level => Find(level, name)).FirstOrDefault(found => found is not null);

    private IToken? Find(DictionaryToken level, NameToken name) => level.TryGet(name, out var found) ? Resolve(found) : null;

    private IToken? Resolve(IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

    private static string? TextOf(IToken? token) =>
        token switch
        {
            StringToken text => text.Data,
            HexToken text => text.Data,
            NameToken text => text.Data,
            _ => null,
        };
}
