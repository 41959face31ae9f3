using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>An address as a block of lines, with the name above it.</summary>
/// <param name="Sheet">Its page.</param>
/// <param name="City">The line that names postal code and city.</param>
/// <param name="Lines">The lines above it that belong to the address or name, from top to bottom; for a one-line address its parts.</param>
/// <param name="Tail">Lines below the city line that still belong to the address: a state or a country.</param>
/// <param name="IsOneLine">Whether all of it stands on one line, as in a sender's line or a footer.</param>
internal sealed record AddressBlock(Sheet Sheet, CityLine City, IReadOnlyList<Run> Lines, IReadOnlyList<Run> Tail, bool IsOneLine)
{
    /// <summary>The line that was labelled as the name, where one was.</summary>
    public Run? LabelledName { get; init; }

    /// <summary>Index in <see cref="Lines"/> from which on they are address, not name.</summary>
    public int FirstAddressLine { get; init; }

    /// <summary>Whether name and address stand on one line, as senders print themselves above the window.</summary>
    public bool IsSenderLine => IsOneLine && FirstAddressLine > 0;

    /// <summary>The name, or null when no line is left for it.</summary>
    public Run? Name => LabelledName ?? (FirstAddressLine > 0 ? Lines[0] : null);

    /// <summary>The line that names the street, or null.</summary>
    public Run? Street => FirstAddressLine < Lines.Count ? StreetLine() : null;

    /// <summary>The whole address without the name.</summary>
    public Run Address =>
        new([
            .. Lines.Skip(FirstAddressLine).SelectMany(l => l.Tokens),
            .. City.Whole.Tokens,
            .. City.After?.Tokens ?? [],
            .. Tail.SelectMany(l => l.Tokens),
        ]);

    /// <summary>The box around name and address.</summary>
    public BoundingBox Box { get; } = BoundingBox.Enclosing(Lines.Concat(Tail).Select(l => l.Box).Append(City.Whole.Box));

    private Run StreetLine()
    {
        var lines = Lines.Skip(FirstAddressLine).ToList();
        return lines.LastOrDefault(l => l.Text.Any(char.IsDigit)) ?? lines[^1];
    }
}
