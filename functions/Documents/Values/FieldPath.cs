using System.Globalization;
using System.Text;

namespace GroundedDocs.Documents.Values;

/// <summary>
/// The place of a field in the JSON, written <c>items[2].price</c>. Property names may hold any character: a dot, a
/// bracket or a backslash inside a name is written with a backslash before it.
/// </summary>
public sealed class FieldPath : IEquatable<FieldPath>
{
    private readonly string written;

    private FieldPath(FieldPathSegment[] segments)
    {
        Segments = segments;
        written = Write(segments);
    }

    /// <summary>The root: no step at all.</summary>
    public static FieldPath Root { get; } = new([]);

    /// <summary>The steps from the root.</summary>
    public IReadOnlyList<FieldPathSegment> Segments { get; }

    /// <summary>The path with every index replaced by <c>[]</c>: the same for all cells of a column.</summary>
    public string Column => Write([.. Segments.Select(s => s.IsIndex ? s with { Index = -1 } : s)]);

    /// <summary>The name of the last named step, or an empty string at the root.</summary>
    public string LastName => Segments.LastOrDefault(s => !s.IsIndex).Name ?? "";

    /// <summary>Reads a written path. Malformed text throws <see cref="FormatException"/> that says where.</summary>
    public static FieldPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var segments = new List<FieldPathSegment>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                segments.Add(ReadIndex(text, ref at));
            }
            else
            {
                at += text[at] == '.' && segments.Count > 0 ? 1 : 0;
                segments.Add(ReadName(text, ref at));
            }
        }

        return new FieldPath([.. segments]);
    }

    /// <summary>The path of a property of this object.</summary>
    public FieldPath Property(string name) => new([.. Segments, new FieldPathSegment(name, 0)]);

    /// <summary>The path of an element of this array.</summary>
    public FieldPath Element(int index) => new([.. Segments, new FieldPathSegment(null, index)]);

    /// <inheritdoc/>
    public bool Equals(FieldPath? other) => other is not null && string.Equals(written, other.written, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldPath);

    /// <inheritdoc/>
    public override int GetHashCode() => written.GetHashCode(StringComparison.Ordinal);

    /// <summary>The written path.</summary>
    public override string ToString() => written;

    private static string Write(FieldPathSegment[] segments)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.IsIndex)
            {
                text.Append('[').Append(segment.Index < 0 ? "" : segment.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
                continue;
            }

            text.Append(text.Length > 0 ? "." : "");
            foreach (var c in segment.Name!)
            {
                text.Append(c is '.' or '[' or ']' or '\\' ? "\\" : "").Append(c);
            }
        }

        return text.ToString();
    }

    private static FieldPathSegment ReadIndex(string text, ref int at)
    {
        var close = text.IndexOf(']', at);
        if (close < 0 || !int.TryParse(text.AsSpan(at + 1, close - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw new FormatException($"The path '{text}' has no whole number in brackets at character {at + 1}.");
        }

        at = close + 1;
        return new FieldPathSegment(null, index);
    }

    private static FieldPathSegment ReadName(string text, ref int at)
    {
        var name = new StringBuilder();
        for (; at < text.Length && text[at] is not ('.' or '['); at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            name.Append(text[at]);
        }

        return new FieldPathSegment(name.ToString(), 0);
    }
}
