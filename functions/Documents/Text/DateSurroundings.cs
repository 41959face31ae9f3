namespace GroundedDocs.Documents.Text;

/// <summary>Says whether what stands beside a date is only a day of the week, a time of day or punctuation.</summary>
internal static class DateSurroundings
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "mon",
        "monday",
        "tue",
        "tuesday",
        "wed",
        "wednesday",
        "thu",
        "thursday",
        "fri",
        "friday",
        "sat",
        "saturday",
        "sun",
        "sunday",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "mo",
        "di",
        "mi",
        "do",
        "fr",
        "sa",
        "so",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "lunedi",
        "martedi",
        "mercoledi",
        "giovedi",
        "venerdi",
        "sabato",
        "domenica",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "am",
        "pm",
        "t",
        "z",
        "uhr",
        "utc",
        "gmt",
        "the",
        "le",
        "den",
        "el",
    };

    public static bool AreEmpty(string text, DateMention date)
    {
        var around = string.Concat(text.AsSpan(0, date.Start), " ", text.AsSpan(date.Start + date.Length));
        var digits = 0;
        foreach (var word in TextFold.Words(around))
        {
            digits += char.IsDigit(word[0]) ? word.Length : 0;
            if (!char.IsDigit(word[0]) && !Harmless.Contains(word))
            {
                return false;
            }
        }

        // A time of day has a colon; other digits beside a date mean that the value is more than a date.
        return digits == 0 || around.Contains(':', StringComparison.Ordinal);
    }
}
