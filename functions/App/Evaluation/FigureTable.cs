using System.Globalization;
using Spectre.Console;

namespace GroundedDocs.App.Evaluation;

/// <summary>Lays figures out for people.</summary>
internal static class FigureTable
{
    public static Table Lay(string title, Figures figures)
    {
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Simple);
        table.AddColumns(new TableColumn("figure"), new TableColumn("").RightAligned(), new TableColumn("details"));
        Row("documents", Count(figures.Documents), $"{figures.Missing} without an answer, {figures.Errors} failed");
        Row(
            "fields",
            Count(figures.TruthFields),
            $"{figures.Predicted} answered, {figures.OutsideTruth} more that the truth does not speak of"
        );
        Row("value F1", Share(figures.Value.F1), Describe(figures.Value));
        Row("grounded F1", Share(figures.Grounded.F1), Describe(figures.Grounded));
        Row(
            "boxes IoU ≥ .5",
            Share(figures.Boxes.AtHalf),
            $"≥ .3 {Share(figures.Boxes.AtThird)}, mean {Share(figures.Boxes.Mean)}, any box {Share(figures.AnyBox)}"
        );
        Row(
            "  in one place",
            Share(figures.Strict.AtHalf),
            $"≥ .3 {Share(figures.Strict.AtThird)}, mean {Share(figures.Strict.Mean)}, {figures.Strict.Count} fields"
        );
        Row("mAP .50:.95", Share(figures.MeanPrecisionOfAnswered), $"of all with a known place {Share(figures.MeanPrecisionOfAll)}");
        foreach (var band in figures.Bands)
        {
            Row($"band {band.Band}", Share(band.Precision), $"precision; {Share(band.Share)} of the answers");
        }

        Row("AUROC of the score", Share(figures.Auroc), "");
        if (figures.Reading is { } reading)
        {
            Row(
                "words read",
                Share(reading.Words.Recall),
                $"recall; precision {Share(reading.Words.Precision)}, character error rate {Share(reading.CharacterErrorRate)}"
            );
        }

        if (figures.Time is { } time)
        {
            Row("ms a document", time.Median.ToString("0", CultureInfo.InvariantCulture), $"median; 95th percentile {time.Percentile95:0}");
        }

        if (figures.Cost is { } cost)
        {
            Row(
                $"cost in {cost.Currency}",
                Price(cost.Total),
                $"a document {Price(cost.PerDocument)}, a page {Price(cost.PerPage)}, a correct field {Price(cost.PerCorrectField)}"
            );
        }

        return table;

        void Row(string name, string figure, string details) => table.AddRow(Markup.Escape(name), figure, Markup.Escape(details));
    }

    /// <summary>The columns with most values, and how each came out.</summary>
    public static Table LayColumns(Figures figures, int most)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            new TableColumn("field"),
            new TableColumn("values").RightAligned(),
            new TableColumn("recall").RightAligned(),
            new TableColumn("IoU ≥ .5").RightAligned()
        );
        foreach (var (name, column) in figures.Columns.OrderByDescending(column => column.Value.Truth).Take(most))
        {
            var boxed = column.HitsWithPlace > 0 ? (double)column.Grounded / column.HitsWithPlace : (double?)null;
            table.AddRow(Markup.Escape(name), Count(column.Truth), Share((double)column.Hits / column.Truth), Share(boxed));
        }

        return table;
    }

    private static string Describe(Accuracy accuracy) => $"precision {Share(accuracy.Precision)}, recall {Share(accuracy.Recall)}";

    private static string Price(decimal? price) => price?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "–";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";
}
