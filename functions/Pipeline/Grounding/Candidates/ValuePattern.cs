using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>A value prepared for searching.</summary>
internal sealed class ValuePattern
{
    private ValuePattern(string text, ScalarKind kind)
    {
        Text = text;
        Kind = kind;
        Plain = WithoutSpaces(text);
        Squeezed = TextFold.Squeeze(text);
        PartCount = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Date = kind == ScalarKind.Text ? DateReader.Read(text) : null;
        Number = kind == ScalarKind.Boolean || Date is not null ? null : ReadNumber(Plain, text);
    }

    /// <summary>The value's text.</summary>
    public string Text { get; }

    /// <summary>The JSON kind of the value.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The text without white space.</summary>
    public string Plain { get; }

    /// <summary>Folded letters and digits only.</summary>
    public string Squeezed { get; }

    /// <summary>How many parts white space makes of the text.</summary>
    public int PartCount { get; }

    /// <summary>The date that the value is, if it is one.</summary>
    public DateMention? Date { get; }

    /// <summary>The number that the value is, if it is one; a code with a leading zero is none.</summary>
    public NumberMention? Number { get; }

    public static ValuePattern Of(string text, ScalarKind kind) =>
        new(text.Length <= Limits.MaxValueLength ? text : text[..Limits.MaxValueLength], kind);

    private static NumberMention? ReadNumber(string plain, string text)
    {
        var isCode = plain.Length > 1 && plain[0] == '0' && char.IsAsciiDigit(plain[1]);
        return isCode ? null : NumberReader.Read(text);
    }

    private static string WithoutSpaces(string text) => string.Create(text.Count(c => !char.IsWhiteSpace(c)), text, Copy);

    private static void Copy(Span<char> plain, string text)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                plain[at++] = c;
            }
        }
    }
}
