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

    /// <summary>1 when the value is of the kind that the name asks for, 0 when it is not, half when the name does not say.</summary>
    public static double Fits(FieldTarget field, ValuePattern value)
    {
        var words = TextFold.Words(field.Path.LastName);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            bool? fits =
                Numbers.Contains(words[i]) ? value.Number is not null
                : Dates.Contains(words[i]) ? value.Date is not null
                : Codes.Contains(words[i]) ? value.Squeezed.Any(char.IsDigit)
                : Names.Contains(words[i]) ? value.Squeezed.Count(char.IsLetter) * 2 > value.Squeezed.Length
                : null;
            if (fits is { } known)
            {
                return known ? 1 : 0;
            }
        }

        return Unknown;
    }
}
