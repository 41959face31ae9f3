namespace GroundedDocs.Documents.Geometry;

/// <summary>
/// An axis-aligned rectangle on a page, in normalised coordinates: 0..1 of the upright, rendered page's width and
/// height, origin at the top left, y growing downwards.
/// </summary>
/// <param name="Left">Distance of the left edge from the page's left edge, as a share of the page's width.</param>
/// <param name="Top">Distance of the top edge from the page's top edge, as a share of the page's height.</param>
/// <param name="Width">Width as a share of the page's width; never negative in a valid box.</param>
/// <param name="Height">Height as a share of the page's height; never negative in a valid box.</param>
public readonly record struct BoundingBox(double Left, double Top, double Width, double Height)
{
    /// <summary>The whole page.</summary>
    public static BoundingBox WholePage { get; } = new(0, 0, 1, 1);

    /// <summary>Right edge, as a share of the page's width.</summary>
    public double Right => Left + Width;

    /// <summary>Bottom edge, as a share of the page's height.</summary>
    public double Bottom => Top + Height;

    /// <summary>Horizontal centre, as a share of the page's width.</summary>
    public double CenterX => Left + (Width / 2);

    /// <summary>Vertical centre, as a share of the page's height.</summary>
    public double CenterY => Top + (Height / 2);

    /// <summary>Area as a share of the page's area.</summary>
    public double Area => Width * Height;

    /// <summary>Whether the box is made of finite numbers and has an area.</summary>
    public bool IsDrawable =>
        double.IsFinite(Left) && double.IsFinite(Top) && double.IsFinite(Width) && double.IsFinite(Height) && Width > 0 && Height > 0;

    /// <summary>A box from its four edges; edges in the wrong order give an empty box at the first edge.</summary>
    public static BoundingBox FromEdges(double left, double top, double right, double bottom) =>
        new(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));

    /// <summary>The smallest box that holds every given box; the default box when there are none.</summary>
    public static BoundingBox Enclosing(IEnumerable<BoundingBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        BoundingBox? hull = null;
        foreach (var box in boxes)
        {
            hull = hull is { } sofar ? sofar.Union(box) : box;
        }

        return hull ?? default;
    }

    /// <summary>The smallest box that holds both.</summary>
    public BoundingBox Union(BoundingBox other) =>
        FromEdges(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The part that lies in both; an empty box when they do not touch.</summary>
    public BoundingBox Intersection(BoundingBox other) =>
        FromEdges(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>Intersection over union, 0..1; 0 when both are empty.</summary>
    public double IntersectionOverUnion(BoundingBox other)
    {
        var shared = Intersection(other).Area;
        var all = Area + other.Area - shared;
        return all > 0 ? shared / all : 0;
    }

    /// <summary>The part of the box that lies on the page.</summary>
    public BoundingBox ClampedToPage() => Intersection(WholePage);

    /// <summary>Length of the vertical overlap divided by the smaller height, 0..1: how much two boxes share a line.</summary>
    public double VerticalOverlap(BoundingBox other) =>
        Share(Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top), Math.Min(Height, other.Height));

    /// <summary>Length of the horizontal overlap divided by the smaller width, 0..1: how much two boxes share a column.</summary>
    public double HorizontalOverlap(BoundingBox other) =>
        Share(Math.Min(Right, other.Right) - Math.Max(Left, other.Left), Math.Min(Width, other.Width));

    private static double Share(double overlap, double length) => overlap <= 0 || length <= 0 ? 0 : Math.Min(1, overlap / length);
}
