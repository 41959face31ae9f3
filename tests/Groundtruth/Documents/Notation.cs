using System.Globalization;

namespace GroundedDocs.Groundtruth.Documents;

/// <summary>How values are written on the samples.</summary>
public static class Notation
{
    public static string Plain(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    public static string Dollars(decimal amount) => "$" + Plain(amount);

    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Slashes(DateOnly date) => date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);

    public static string Spelled(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
}
