using UglyToad.PdfPig.Content;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// Translates the check boxes of symbol fonts, whose codes stand for other characters, to Unicode's ballot boxes. The codes are
/// those of the fonts' published character charts.
/// </summary>
internal static class SymbolFont
{
    private const string Empty = "\u2610";
    private const string Ticked = "\u2611";
    private const string Crossed = "\u2612";

    /// <summary>The characters that a letter shows.</summary>
    public static string Translate(Letter letter)
    {
        if (letter.Value.Length != 1)
        {
            return letter.Value;
        }

        // Symbol fonts of Windows put their codes into the private use area from U+F000.
        var code = letter.Value[0] is >= '\uF000' and <= '\uF0FF' ? letter.Value[0] - 0xF000 : letter.Value[0];
        return Translate(letter.FontName ?? "", code) ?? letter.Value;
    }

    private static string? Translate(string fontName, int code)
    {
        if (
            fontName.Contains("Wingdings2", StringComparison.OrdinalIgnoreCase)
            || fontName.Contains("Wingdings-2", StringComparison.OrdinalIgnoreCase)
        )
        {
            return code switch
            {
                0xA3 or 0x2A => Empty,
                0x52 => Ticked,
                0x51 or 0x53 or 0x54 => Crossed,
                _ => null,
            };
        }

        if (fontName.Contains("Wingdings", StringComparison.OrdinalIgnoreCase))
        {
            return code switch
            {
                0x6F or 0x70 or 0x71 or 0x72 or 0xA8 => Empty,
                0xFE => Ticked,
                0x78 or 0xFD => Crossed,
                _ => null,
            };
        }

        // ZapfDingbats: the parser knows its glyph names, whose shadowed squares are used as boxes.
        return code is >= 0x274F and <= 0x2752 ? Empty : null;
    }
}
