namespace GroundedDocs.Orchestration.Ports;

/// <summary>
/// A row of a table. Keys hold letters, digits and <c>- . _ ~</c> only, so that every store takes them as they are.
/// Values are <see cref="string"/> (up to 32,768 UTF-16 characters), <see cref="int"/>, <see cref="long"/>,
/// <see cref="double"/>, <see cref="bool"/> or <see cref="DateTimeOffset"/>; a missing value is null.
/// </summary>
/// <param name="Partition">Rows of one partition can be listed together.</param>
/// <param name="Key">Unique in the partition; listings are in its ordinal order.</param>
/// <param name="Values">The row's other columns.</param>
/// <param name="ETag">The version that was read; null for a row that was not.</param>
public sealed record TableRow(string Partition, string Key, IReadOnlyDictionary<string, object> Values, string? ETag = null)
{
    /// <summary>A text column, or null.</summary>
    public string? Text(string column) => Values.TryGetValue(column, out var value) ? (string)value : null;

    /// <summary>A text column that must be there.</summary>
    public string RequiredText(string column) => (string)Values[column];

    /// <summary>A whole number, 0 when missing.</summary>
    public int Number(string column) => Values.TryGetValue(column, out var value) ? (int)value : 0;

    /// <summary>A whole number of any size, 0 when missing.</summary>
    public long LongNumber(string column) => Values.TryGetValue(column, out var value) ? (long)value : 0;

    /// <summary>A number with a fraction, 0 when missing.</summary>
    public double Real(string column) => Values.TryGetValue(column, out var value) ? (double)value : 0;

    /// <summary>A flag, false when missing.</summary>
    public bool Flag(string column) => Values.TryGetValue(column, out var value) && (bool)value;

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? Moment(string column) => Values.TryGetValue(column, out var value) ? (DateTimeOffset)value : null;
}
