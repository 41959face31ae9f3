using System.Globalization;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>A day in the keys of rows: eight digits, in UTC, so that all processes mean the same day.</summary>
internal static class DayKey
{
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
