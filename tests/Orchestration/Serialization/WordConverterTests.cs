using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Orchestration.Serialization;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Serialization;

public sealed class WordConverterTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("1474\n 0\n")]
    public void Word_WrittenAndRead_KeepsWhatTheRecogniserHeldPossible(string? lattice)
    {
        var word = new Word("1", new BoundingBox(0.1, 0.2, 0.3, 0.04), 0.9, WordSource.Recognition)
        {
            CharacterConfidences = [0.9],
            Lattice = lattice is null ? null : CharacterLattice.Parse(lattice),
        };
        var page = new PageLayout(1, new PixelSize(100, 100), [word], [], [], []);

        var read = WorkJson.Read(WorkJson.Write(page, WorkJson.Default.PageLayout), WorkJson.Default.PageLayout)!.Words[0];

        Assert.Equal(lattice, read.Lattice?.ToString());
        Assert.Equal([0.9], read.CharacterConfidences);
        Assert.Null(read.CharacterEdges);
        Assert.Equal(word.Box, read.Box);
    }
}
