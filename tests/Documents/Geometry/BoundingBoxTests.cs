using GroundedDocs.Documents.Geometry;
using Xunit;

namespace GroundedDocs.Tests.Documents.Geometry;

public sealed class BoundingBoxTests
{
    [Fact]
    public void IntersectionOverUnion_HalfShiftedBox_IsOneThird()
    {
        var box = new BoundingBox(0.2, 0.2, 0.2, 0.1);
        var shifted = new BoundingBox(0.3, 0.2, 0.2, 0.1);

        Assert.Equal(1.0 / 3, box.IntersectionOverUnion(shifted), 9);
    }

    [Fact]
    public void Enclosing_NoBoxes_IsEmpty() => Assert.False(BoundingBox.Enclosing([]).IsDrawable);

    [Fact]
    public void VerticalOverlap_SmallInsideLarge_IsOne() =>
        Assert.Equal(1, new BoundingBox(0, 0.1, 1, 0.5).VerticalOverlap(new BoundingBox(0, 0.2, 1, 0.1)), 9);
}
