using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>What kind of value a field's name asks for, and whether the value is of that kind.</summary>
internal static class ExpectedKind
{
    private const double Unknown = 0.5;

    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal)
    {
        "date",
        "dated",
        "birth",
        "datum",
        "due",
        "from",
        "until",
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "amount",
        "total",
        "subtotal",
        "price",
        "tax",
        "net",
        "gross",
        "balance",
        "sum",
        "cost",
        "quantity",
        "qty",
        "payable",
        "basis",
        "fee",
    };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "number",
        "no",
        "num",
        "nr",
        "id",
        "code",
        "postcode",
        "zip",
        "phone",
        "fax",
        "tin",
        "ssn",
        "ein",
        "iban",
        "account",
        "ref",
    };

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "name",
        "company",
        "city",
        "country",
        "advertiser",
        "party",
        "jurisdiction",
        "vendor",
        "customer",
        "merchant",
        "description",
        "title",
    };

    /// <summary>The kind that the field's name asks for: its last telling word decides.</summary>
    public static ValueKind Of(FieldTarget field)
    {
        var words = TextFold.Words(field.Path.LastName);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (KindOf(words[i]) is var kind && kind != ValueKind.Unknown)
            {
                return kind;
            }
        }

        return ValueKind.Unknown;
    }

    /// <summary>1 when the value is of the kind that the name asks for, 0 when it is not, half when the name does not say.</summary>
    public static double Fits(FieldTarget field, ValuePattern value) =>
        Of(field) switch
        {
            ValueKind.Number => value.Number is not null,
            ValueKind.Date => value.Date is not null,
            ValueKind.Code => value.Squeezed.Any(char.IsDigit) && !IsMoney(value),
            ValueKind.Name => value.Squeezed.Count(char.IsLetter) * 2 > value.Squeezed.Length,
            _ => (bool?)null,
        }
            is { } fits
            ? fits
                ? 1
                : 0
            : Unknown;

    private static ValueKind KindOf(string word) =>
        Numbers.Contains(word) ? ValueKind.Number
        : Dates.Contains(word) ? ValueKind.Date
        : Codes.Contains(word) ? ValueKind.Code
        : Names.Contains(word) ? ValueKind.Name
        : ValueKind.Unknown;

    // Two digits after the last of its points and commas: an amount of money.
    private static bool IsMoney(ValuePattern value) =>
        value.Number is not null
        && value.Plain.LastIndexOfAny(['.', ',']) is >= 0 and var sign
        && sign == value.Plain.TrimEnd('%').Length - 3;
}
