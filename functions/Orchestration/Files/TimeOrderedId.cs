using System.Globalization;

namespace GroundedDocs.Orchestration.Files;

/// <summary>Ids whose ordinal order is newest first, so that a listing by key needs neither an index nor a sort.</summary>
internal static class TimeOrderedId
{
    private const long Latest = 0xFFFF_FFFF_FFFF;
    private const int TimeDigits = 12;

    /// <summary>An id of a moment, in milliseconds, and 80 random bits.</summary>
    /// <param name="moment">When what it names came in.</param>
    /// <param name="randomId">At least 20 random hexadecimal digits.</param>
    public static string Create(DateTimeOffset moment, string randomId) => Prefix(moment) + randomId[..(32 - TimeDigits)];

    /// <summary>The part of the id that the moment makes.</summary>
    public static string Prefix(DateTimeOffset moment) =>
        (Latest - moment.ToUnixTimeMilliseconds()).ToString("x12", CultureInfo.InvariantCulture);
}
