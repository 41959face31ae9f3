using System.Text;
using GroundedDocs.Pipeline.Pages;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Pages;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("%PDF-1.7", FileFormat.Pdf)]
    [InlineData("junk before %PDF-1.4", FileFormat.Pdf)]
    [InlineData("BM is how this letter begins: %PDF-1.4", FileFormat.Pdf)]
    [InlineData("\u0089PNG\r\n\u001A\n", FileFormat.Png)]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", FileFormat.Jpeg)]
    [InlineData("II*\0", FileFormat.Tiff)]
    [InlineData("MM\0*", FileFormat.Tiff)]
    [InlineData("MM\0+", FileFormat.Tiff)]
    [InlineData("GIF87a", FileFormat.Gif)]
    [InlineData("RIFF\0\0\0\0WEBP", FileFormat.Webp)]
    [InlineData("BM\0\0\0\0\0\0\0\0\0\0\0\0", FileFormat.Bmp)]
    [InlineData("RIFF\0\0\0\0WAVE", FileFormat.Unknown)]
    [InlineData("Dear Sir", FileFormat.Unknown)]
    [InlineData("", FileFormat.Unknown)]
    public void Detect_FirstBytes_TellTheFormat(string start, FileFormat format) =>
        Assert.Equal(format, FileSignature.Detect(Encoding.Latin1.GetBytes(start)));
}
