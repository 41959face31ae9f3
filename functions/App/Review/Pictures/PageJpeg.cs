using GroundedDocs.Orchestration.Review;
using NetVips;

namespace GroundedDocs.App.Review.Pictures;

/// <summary>Makes a page's picture fit for a browser. Its input was made by this app; a sender's own bytes never come here.</summary>
internal static class PageJpeg
{
    private const int Quality = 82;

    /// <summary>The upright picture, at most as wide as asked for, as JPEG.</summary>
    public static byte[] Draw(PagePicture picture, int width)
    {
        using var small = Shrunk(picture, width);
        using var upright = Turned(small, picture.ClockwiseDegrees);
        return upright.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    /// <summary>Shrinking while loading takes a fraction of the time of loading everything first.</summary>
    private static Image Shrunk(PagePicture picture, int width)
    {
        using var header = Image.NewFromBuffer(picture.Jpeg.ToArray());
        var isOnItsSide = picture.ClockwiseDegrees is 90 or 270;
        var (wide, high) = isOnItsSide ? (header.Height, header.Width) : (header.Width, header.Height);
        var target = Math.Min(width, wide);
        var height = Math.Max(1, (int)Math.Round((double)high * target / wide));
        return isOnItsSide
            ? Image.ThumbnailBuffer(picture.Jpeg.ToArray(), height, height: target, size: Enums.Size.Force)
            : Image.ThumbnailBuffer(picture.Jpeg.ToArray(), target, height: height, size: Enums.Size.Force);
    }

    private static Image Turned(Image image, int clockwiseDegrees) =>
        clockwiseDegrees switch
        {
            90 => image.Rot90(),
            180 => image.Rot180(),
            270 => image.Rot270(),
            _ => image.Copy(),
        };
}
