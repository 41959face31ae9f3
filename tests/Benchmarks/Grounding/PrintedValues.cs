using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Whether a document may print a value somehow: a generous check, so that foreign values are foreign for certain.</summary>
internal sealed class PrintedValues
{
    private readonly string text;
    private readonly HashSet<string> words;
    private readonly HashSet<DateOnly> dates = [];
    private readonly HashSet<decimal> numbers = [];

    public PrintedValues(DocumentLayout layout)
    {
        var printed = layout.Pages.SelectMany(p => p.Words).Select(w => w.Text).ToList();
        var running = string.Join(' ', printed);
        text = TextFold.Squeeze(running);
        words = [.. printed.SelectMany(WordsOf)];
        foreach (var date in DateReader.Find(running))
        {
            dates.UnionWith(new[] { date.DayFirst, date.MonthFirst }.OfType<DateOnly>());
        }

        foreach (var number in NumberReader.Find(running).Concat(printed.SelectMany(word => NumberReader.Find(word))))
        {
            numbers.UnionWith(new[] { number.WithPoint, number.WithComma }.OfType<decimal>());
        }
    }

    /// <summary>Whether its letters and digits, all of its words, its date, its number or its currency may be printed.</summary>
    public bool Hold(string value)
    {
        var squeezed = TextFold.Squeeze(value);
        return squeezed.Length < 3
            || text.Contains(squeezed, StringComparison.Ordinal)
            || WordsOf(value).All(words.Contains)
            || CurrencyNames.CodeOf(value) is not null
            || BooleanReader.Read(value) is not null
            || IsDuration(value)
            || (
                DateReader.Read(value) is { } date
                && (dates.Contains(date.In(DateOrder.DayFirst)) || dates.Contains(date.In(DateOrder.MonthFirst)))
            )
            || (
                NumberReader.Read(value) is { } number
                && (numbers.Contains(number.In(DecimalSign.Point)) || numbers.Contains(number.In(DecimalSign.Comma)))
            );
    }

    // Small capitals are read in both cases, which is not where a word of a name begins.
    private static IEnumerable<string> WordsOf(string printed) => TextFold.Words(printed.ToLowerInvariant());

    // "2 years" may be printed as "two years".
    private static bool IsDuration(string value) => value.Split(' ') is [var count, _] && count.All(char.IsAsciiDigit);
}
