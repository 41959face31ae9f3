using GroundedDocs.Documents.Text;
using Xunit;

namespace GroundedDocs.Tests.Documents.Text;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2018-06-05")]
    [InlineData("2018/06/05")]
    [InlineData("20180605")]
    [InlineData("5. Juni 2018")]
    [InlineData("5 juin 2018")]
    [InlineData("5 de junio de 2018")]
    [InlineData("5 giugno 2018")]
    [InlineData("5 juni 2018")]
    [InlineData("June 5, 2018")]
    [InlineData("JUNE 5th 2018")]
    [InlineData("5th day of June, 2018")]
    [InlineData("05-Jun-18")]
    [InlineData("5 Jun '18")]
    [InlineData("2018年6月5日")]
    [InlineData("Tue, 5 Jun 2018 14:05")]
    public void Read_UnambiguousNotation_GivesTheOneDate(string text)
    {
        var date = DateReader.Read(text);

        Assert.NotNull(date);
        Assert.False(date.Value.IsAmbiguous);
        Assert.Equal(new DateOnly(2018, 6, 5), date.Value.In(DateOrder.Unknown));
    }

    [Theory]
    [InlineData("1. März 2020", 3)]
    [InlineData("1er août 2020", 8)]
    [InlineData("1 févr. 2020", 2)]
    [InlineData("1 Dez. 2020", 12)]
    [InlineData("1 mrt 2020", 3)]
    [InlineData("1 mei 2020", 5)]
    [InlineData("1 Ottobre 2020", 10)]
    [InlineData("1 ene 2020", 1)]
    public void Read_NameOfMonth_GivesItsNumber(string text, int month) =>
        Assert.Equal(new DateOnly(2020, month, 1), DateReader.Read(text)?.In(DateOrder.Unknown));

    [Theory]
    [InlineData("03/04/2021")]
    [InlineData("3.4.21")]
    [InlineData("03 - 04 - 2021")]
    public void Read_BothOrdersPossible_KeepsBoth(string text)
    {
        var date = DateReader.Read(text)!.Value;

        Assert.True(date.IsAmbiguous);
        Assert.Equal(new DateOnly(2021, 4, 3), date.In(DateOrder.DayFirst));
        Assert.Equal(new DateOnly(2021, 3, 4), date.In(DateOrder.MonthFirst));
    }

    [Theory]
    [InlineData("31/12/2020", 12, 31)]
    [InlineData("12/31/2020", 12, 31)]
    public void Read_OneOrderPossible_IgnoresTheOther(string text, int month, int day)
    {
        var date = DateReader.Read(text)!.Value;

        Assert.Equal(new DateOnly(2020, month, day), date.In(DateOrder.DayFirst));
        Assert.Equal(new DateOnly(2020, month, day), date.In(DateOrder.MonthFirst));
    }

    [Theory]
    [InlineData("")]
    [InlineData("30/02/2020")]
    [InlineData("1.2.3.4")]
    [InlineData("555-348-6512")]
    [InlineData("12-12-12-12")]
    [InlineData("maybe 5, 2018 people")]
    [InlineData("1234567")]
    [InlineData("INV 05/06/2018 A 7")]
    public void Read_NoDate_IsNull(string text) => Assert.Null(DateReader.Read(text));

    [Theory]
    [InlineData("01/28/20-02/02/20", "01/28/20", "02/02/20")]
    [InlineData("1.6.2018-15.6.2018", "1.6.2018", "15.6.2018")]
    [InlineData("von 01/06/18-07/06/18.", "01/06/18", "07/06/18")]
    public void Find_DatesOfARangeInOneWord_GivesBoth(string text, string from, string to) =>
        Assert.Equal([from, to], DateReader.Find(text).Select(d => text.Substring(d.Start, d.Length)));

    [Theory]
    [InlineData("12/34-56/78")]
    [InlineData("01/28/20-0202")]
    [InlineData("01-02-20-03-04-20")]
    public void Find_CodesThatLookLikeRanges_GivesNone(string text) => Assert.Empty(DateReader.Find(text));

    [Fact]
    public void Find_DatesInRunningText_GivesTheirPlaces()
    {
        const string text = "From 04/07/20 to 13 April 2020 and (May 1, 2020).";

        var found = DateReader.Find(text).Select(d => text.Substring(d.Start, d.Length));

        Assert.Equal(["04/07/20", "13 April 2020", "May 1, 2020"], found);
    }
}
