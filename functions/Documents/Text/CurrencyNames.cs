namespace GroundedDocs.Documents.Text;

/// <summary>Signs, codes and names of currencies, and the date order that is usual where they are legal tender.</summary>
public static class CurrencyNames
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD",
        ["US$"] = "USD",
        ["USD"] = "USD",
        ["dollars"] = "USD",
        ["€"] = "EUR",
        ["EUR"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["£"] = "GBP",
        ["GBP"] = "GBP",
        ["¥"] = "JPY",
        ["JPY"] = "JPY",
        ["CNY"] = "CNY",
        ["RMB"] = "CNY",
        ["₹"] = "INR",
        ["INR"] = "INR",
        ["Rs"] = "INR",
        ["RM"] = "MYR",
        ["MYR"] = "MYR",
        ["CHF"] = "CHF",
        ["Fr"] = "CHF",
        ["SFr"] = "CHF",
        ["kr"] = "SEK",
        ["SEK"] = "SEK",
        ["NOK"] = "NOK",
        ["DKK"] = "DKK",
        ["zł"] = "PLN",
        ["PLN"] = "PLN",
        ["Kč"] = "CZK",
        ["CZK"] = "CZK",
        ["HUF"] = "HUF",
        ["Ft"] = "HUF",
        ["₩"] = "KRW",
        ["KRW"] = "KRW",
        ["฿"] = "THB",
        ["THB"] = "THB",
        ["A$"] = "AUD",
        ["AUD"] = "AUD",
        ["C$"] = "CAD",
        ["CAD"] = "CAD",
        ["S$"] = "SGD",
        ["SGD"] = "SGD",
        ["HK$"] = "HKD",
        ["HKD"] = "HKD",
        ["R$"] = "BRL",
        ["BRL"] = "BRL",
        ["NZD"] = "NZD",
        ["ZAR"] = "ZAR",
        ["MXN"] = "MXN",
        ["Rp"] = "IDR",
        ["IDR"] = "IDR",
        ["₽"] = "RUB",
        ["RUB"] = "RUB",
        ["₺"] = "TRY",
        ["TRY"] = "TRY",
        ["₪"] = "ILS",
        ["ILS"] = "ILS",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Codes.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The ISO 4217 code of a sign, code or name; null when it is none.</summary>
    public static string? CodeOf(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var code) ? code : null;

    /// <summary>Every written form of a currency, its code included.</summary>
    public static IEnumerable<string> FormsOf(string code) => Codes.Where(form => form.Value == code).Select(form => form.Key);

    /// <summary>The order of day and month that is usual in the currency's countries.</summary>
    public static DateOrder UsualDateOrder(string? code) =>
        code switch
        {
            null => DateOrder.Unknown,
            "USD" => DateOrder.MonthFirst,
            "CAD" => DateOrder.Unknown,
            _ => DateOrder.DayFirst,
        };
}
