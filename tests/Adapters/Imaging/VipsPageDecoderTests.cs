using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Imaging;

public sealed class VipsPageDecoderTests
{
    [Fact]
    public void Decode_BytesThatAreNoJpeg_IsAFailureOfThePage()
    {
        var image = new PageImage(7, new PixelSize(1, 1), 0, new byte[] { 1, 2, 3 });
        var failure = new VipsPageDecoder().Decode(image).Failure;
        Assert.Equal("page.damaged", failure?.Code);
        Assert.Contains("Page 7", failure!.Message, StringComparison.Ordinal);
    }
}
