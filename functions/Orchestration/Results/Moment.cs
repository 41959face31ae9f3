using System.Globalization;

namespace GroundedDocs.Orchestration.Results;

/// <summary>Moments as predictions and every answer of the API write them: UTC, microseconds, <c>2026-11-22T10:00:00.000000Z</c>.</summary>
public static class Moment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The moment as text.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
