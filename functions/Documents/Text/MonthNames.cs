namespace GroundedDocs.Documents.Text;

/// <summary>Names of months in English, German, French, Spanish, Italian, Dutch and Portuguese, with their abbreviations.</summary>
internal static class MonthNames
{
    private const int ShortestAbbreviation = 3;

    // A name matches when it is one of these or an abbreviation of at least three letters that belongs to one month only.
    private static readonly string[][] Full =
    [
        ["january", "januar", "janner", "janvier", "enero", "gennaio", "januari", "janeiro"],
        ["february", "februar", "feber", "fevrier", "febrero", "febbraio", "februari", "fevereiro"],
        ["march", "marz", "maerz", "mars", "marzo", "maart", "marco", "mrz", "mrt"],
        ["april", "avril", "abril", "aprile", "avr"],
        ["may", "mai", "mayo", "maggio", "mei", "maio"],
        ["june", "juni", "juin", "junio", "giugno", "junho"],
        ["july", "juli", "juillet", "julio", "luglio", "julho"],
        ["august", "aout", "agosto", "augustus"],
        ["september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "sept"],
        ["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
        ["november", "novembre", "noviembre", "novembro"],
        ["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"],
    ];

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Build()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month, 1..12, of a folded name or abbreviation; 0 when it is none.</summary>
    public static int MonthOf(ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[12];
        var length = 0;
        foreach (var c in name)
        {
            foreach (var f in TextFold.Fold(c))
            {
                if (length == folded.Length)
                {
                    return 0;
                }

                folded[length++] = f;
            }
        }

        return length >= ShortestAbbreviation && Months.TryGetValue(folded[..length], out var month) ? month : 0;
    }

    private static Dictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= Full.Length; month++)
        {
            foreach (var name in Full[month - 1])
            {
                for (var length = ShortestAbbreviation; length <= name.Length; length++)
                {
                    var isTaken = months.TryGetValue(name[..length], out var other) && other != month;
                    months[name[..length]] = isTaken && length < name.Length ? 0 : month;
                }
            }
        }

        return months;
    }
}
