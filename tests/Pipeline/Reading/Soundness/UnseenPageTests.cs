using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading.Soundness;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading.Soundness;

public sealed class UnseenPageTests
{
    private static readonly PageImage Image = new(3, new PixelSize(600, 800), 72, ReadOnlyMemory<byte>.Empty);

    [Fact]
    public void Read_SoundText_IsALayoutThatSaysThatNobodySawThePage()
    {
        var page = UnseenPage.Read(Image, Layer("Total", "12.50")).Value;

        Assert.Equal(["Total", "12.50"], page.Words.Select(word => word.Text));
        Assert.All(page.Words, word => Assert.True(word.Confidence < 1));
        Assert.Contains("cannot draw", page.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoText_FailsWithWhatToDo()
    {
        var failure = UnseenPage.Read(Image, TextLayer.Empty).Failure;

        Assert.Equal("page.unseen", failure?.Code);
        Assert.Contains("Page 3", failure?.Message, StringComparison.Ordinal);
        Assert.Contains("DocumentIntelligence__Endpoint", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GarbageEncoding_Fails() =>
        Assert.Equal("page.unseen", UnseenPage.Read(Image, Layer("\uE001\uE002", "\uE003", "\uE004\uE005")).Failure?.Code);

    private static TextLayer Layer(params string[] words) =>
        new(
            [
                .. words.Select(
                    (text, index) => new Word(text, new BoundingBox(0.1 + (0.2 * index), 0.1, 0.15, 0.02), 1, WordSource.TextLayer)
                ),
            ],
            []
        );
}
