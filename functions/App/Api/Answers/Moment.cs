using System.Globalization;

namespace GroundedDocs.App.Api.Answers;

/// <summary>Moments as every answer writes them: UTC, microseconds, <c>2026-11-22T10:00:00.000000Z</c>.</summary>
internal static class Moment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
