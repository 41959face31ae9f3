namespace GroundedDocs.Documents.Text;

/// <summary>Counts what a document's dates and numbers say about its locale.</summary>
public sealed class LocaleEvidence
{
    private readonly Dictionary<string, int> currencies = new(StringComparer.Ordinal);
    private int dayFirst;
    private int monthFirst;
    private int point;
    private int comma;

    /// <summary>Counts dates: those that are dates under one order alone decide.</summary>
    public void Add(IReadOnlyList<DateMention> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        foreach (var date in dates)
        {
            dayFirst += date.MonthFirst is null ? 1 : 0;
            monthFirst += date.DayFirst is null ? 1 : 0;
        }
    }

    /// <summary>Counts numbers: those that are numbers under one decimal sign alone decide.</summary>
    public void Add(IReadOnlyList<NumberMention> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        foreach (var number in numbers)
        {
            point += number.WithComma is null ? 1 : 0;
            comma += number.WithPoint is null ? 1 : 0;
            if (number.Currency is { } currency)
            {
                currencies[currency] = currencies.GetValueOrDefault(currency) + 1;
            }
        }
    }

    /// <summary>What the evidence says; the currency decides the order of dates where no date does.</summary>
    public DocumentLocale Decide()
    {
        var currency = currencies.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        var order =
            dayFirst > monthFirst ? DateOrder.DayFirst
            : monthFirst > dayFirst ? DateOrder.MonthFirst
            : CurrencyNames.UsualDateOrder(currency);
        var sign =
            point > comma ? DecimalSign.Point
            : comma > point ? DecimalSign.Comma
            : DecimalSign.Unknown;
        return new DocumentLocale(order, sign, currency);
    }
}
