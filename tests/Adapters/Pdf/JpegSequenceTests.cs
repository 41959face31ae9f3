using GroundedDocs.Adapters.Pdf;
using GroundedDocs.Documents.Geometry;
using NetVips;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Pdf;

public sealed class JpegSequenceTests
{
    [Fact]
    public void Next_FilesWithoutGap_ComeApart()
    {
        var (first, second) = (Jpeg(64, 32), Jpeg(700, 500));
        using var stream = new MemoryStream([.. first, .. second]);
        var sequence = new JpegSequence(stream);
        Assert.Equal((first, new PixelSize(64, 32)), sequence.Next());
        Assert.Equal((second, new PixelSize(700, 500)), sequence.Next());
        Assert.Null(sequence.Next());
    }

    [Fact]
    public void Next_FileCutShort_IsNone()
    {
        using var stream = new MemoryStream(Jpeg(64, 32)[..^3]);
        Assert.Null(new JpegSequence(stream).Next());
    }

    private static byte[] Jpeg(int width, int height)
    {
        using var noise = Image.Gaussnoise(width, height, seed: 1).Cast(Enums.BandFormat.Uchar);
        return noise.JpegsaveBuffer();
    }
}
