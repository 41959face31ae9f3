using GroundedDocs.Adapters.Pdf;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Pdf;

public sealed class PdfFormFieldsTests
{
    private const string OnAndOff = "/AP<</N<</On 1 0 R/Off 1 0 R>>>>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_Widgets_GivesTheirValuesAndPlacesWhetherOrNotTheFileListsThem(bool listsFields)
    {
        var layer = Read(
            new RawPdf { ListsFields = listsFields },
            "/FT/Tx/T(name)/V(Ada Lovelace)/DA(/Helv 12 Tf)/Rect[60 700 260 720]",
            $"/FT/Btn/T(yes)/V/On/AS/On{OnAndOff}/Rect[60 600 72 612]",
            $"/FT/Btn/T(no)/V/Off/AS/Off{OnAndOff}/Rect[90 600 102 612]"
        );

        Assert.Equal(["Ada", "Lovelace"], layer.Words.Select(word => word.Text));
        Assert.All(layer.Words, word => Assert.Equal(WordSource.FormField, word.Source));
        Assert.All(layer.Words, word => Assert.InRange(word.Box.CenterY, 80.0 / 800, 100.0 / 800));
        Assert.Equal([("yes", true), ("no", false)], layer.CheckBoxes.Select(box => (box.FieldName!, box.IsSelected)));
        Assert.Equal(60.0 / 600, layer.CheckBoxes[0].Box.Left, 0.001);
        Assert.Equal(188.0 / 800, layer.CheckBoxes[0].Box.Top, 0.001);
    }

    [Fact]
    public void Read_WidgetsOfOneField_TakeWhatTheyLackFromIt()
    {
        var file = new RawPdf();
        var text = file.Add("<</FT/Tx/T(code)/TU(Postal code)/V(90210)/DA(/Helv 12 Tf)/Q 2>>");
        var choice = file.Add("<</FT/Btn/Ff 32768/TU(Married)/V/On>>");
        var layer = Read(
            file,
            $"/Parent {text} 0 R/Rect[60 700 260 720]",
            $"/Parent {choice} 0 R/AS/Off{OnAndOff}/Rect[60 600 72 612]",
            $"/Parent {choice} 0 R/AS/On{OnAndOff}/Rect[90 600 102 612]"
        );

        Assert.Equal("90210", Assert.Single(layer.Words).Text);
        Assert.True(layer.Words[0].Box.Left > 200.0 / 600);
        Assert.Equal([("Married", false), ("Married", true)], layer.CheckBoxes.Select(box => (box.FieldName!, box.IsSelected)));
    }

    [Fact]
    public void Read_AChoice_GivesTheTextThatPeopleSee()
    {
        var layer = Read(new RawPdf(), "/FT/Ch/Ff 131072/T(state)/V(NY)/Opt[[(CA)(California)][(NY)(New York)]]/Rect[60 700 260 720]");

        Assert.Equal(["New", "York"], layer.Words.Select(word => word.Text));
    }

    [Theory]
    [InlineData("/F 2")]
    [InlineData("/F 32")]
    [InlineData("/Ff 8192")]
    public void Read_AValueThatThePageDoesNotShow_IsLeftOut(string flags)
    {
        Assert.Empty(Read(new RawPdf(), $"/FT/Tx/T(secret)/V(1234){flags}/Rect[60 700 260 720]").Words);
    }

    [Fact]
    public void Read_ParentsInACircle_ComesToAnEnd()
    {
        var file = new RawPdf();
        var first = file.Add("<</Parent 4 0 R>>");
        file.Add($"<</Parent {first} 0 R/FT/Tx/V(Circle)>>");

        Assert.Equal("Circle", Assert.Single(Read(file, $"/Parent {first} 0 R/Rect[60 700 260 720]").Words).Text);
    }

    private static TextLayer Read(RawPdf file, params string[] widgets)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file.Page("", "", widgets).Write());
            using var reader = PdfTextReader.Open(path);
            return reader.Read(1);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
