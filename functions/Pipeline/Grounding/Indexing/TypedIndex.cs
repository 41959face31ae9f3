using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>All dates and numbers of a document by their value, and the locale they reveal.</summary>
internal sealed class TypedIndex
{
    private readonly Dictionary<DateOnly, List<TypedOccurrence>> dates = [];
    private readonly Dictionary<decimal, List<TypedOccurrence>> numbers = [];

    private TypedIndex(DocumentLocale locale) => Locale = locale;

    public DocumentLocale Locale { get; }

    public static TypedIndex Build(DocumentIndex index)
    {
        var evidence = new LocaleEvidence();
        var pages = new List<FlowText>();
        for (int page = 0, from = 0; page < index.PageCount; page++)
        {
            var text = FlowText.OfPage(index, page, ref from);
            evidence.Add(text.Dates);
            evidence.Add(text.Numbers);
            pages.Add(text);
        }

        var typed = new TypedIndex(evidence.Decide());
        foreach (var page in pages)
        {
            typed.Add(page);
        }

        return typed;
    }

    /// <summary>Every date, in document order, as the document's locale reads it.</summary>
    public List<TypedOccurrence> AllDates { get; } = [];

    /// <summary>Every number, in document order, as the document's locale reads it.</summary>
    public List<TypedOccurrence> AllNumbers { get; } = [];

    public IReadOnlyList<TypedOccurrence> Dates(DateOnly date) => dates.TryGetValue(date, out var found) ? found : [];

    public IReadOnlyList<TypedOccurrence> Numbers(decimal number) => numbers.TryGetValue(number, out var found) ? found : [];

    private void Add(FlowText page)
    {
        foreach (var date in page.Dates)
        {
            var place = page.Locate(date.Start, date.Length);
            var usual = date.In(Locale.DateOrder);
            var occurrence = new TypedOccurrence(place, true);
            AllDates.Add(occurrence);
            Add(dates, usual, occurrence);
            if (date.IsAmbiguous && Locale.DateOrder == DateOrder.Unknown)
            {
                Add(dates, date.In(DateOrder.MonthFirst), new TypedOccurrence(place, false));
            }
        }

        foreach (var number in page.Numbers)
        {
            var place = page.Locate(number.DigitsStart, number.DigitsLength);
            var usual = number.In(Locale.DecimalSign);
            var occurrence = new TypedOccurrence(place, true)
            {
                Number = usual,
                Currency = number.Currency,
                IsPercent = number.IsPercent,
            };
            AllNumbers.Add(occurrence);
            Add(numbers, usual, occurrence);
            if (number.IsAmbiguous)
            {
                var other = number.In(Locale.DecimalSign == DecimalSign.Comma ? DecimalSign.Point : DecimalSign.Comma);
                Add(numbers, other, new TypedOccurrence(place, false) { Currency = number.Currency, IsPercent = number.IsPercent });
            }
        }
    }

    private static void Add<T>(Dictionary<T, List<TypedOccurrence>> map, T key, TypedOccurrence occurrence)
        where T : notnull
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = [];
        }

        list.Add(occurrence);
    }
}
