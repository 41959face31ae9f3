using GroundedDocs.Adapters.Pdf;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Pdf;

public sealed class PopplerToolTests
{
    [Fact]
    public void IsOn_FoldersWithoutTheProgram_IsFalse()
    {
        var folder = Directory.CreateTempSubdirectory();

        Assert.False(PopplerTool.IsOn(null));
        Assert.False(PopplerTool.IsOn($"{folder.FullName}{Path.PathSeparator}/nowhere"));
        File.WriteAllText(Path.Combine(folder.FullName, "pdftoppm"), "");
        Assert.True(PopplerTool.IsOn($"/nowhere{Path.PathSeparator}{folder.FullName}"));
        folder.Delete(recursive: true);
    }
}
