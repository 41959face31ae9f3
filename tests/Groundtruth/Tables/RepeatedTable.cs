using System.Globalization;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Groundtruth.Tables;

/// <summary>
/// A price list over several pages in which few different amounts repeat in many rows, so that only the order of the
/// rows and the columns tell where a cell stands. Each page has a header and carries a sum forward; totals follow.
/// </summary>
public sealed class RepeatedTable
{
    private const double MaxLineHeight = 0.009;
    private const double LineShareOfPitch = 0.75;
    private const double CharacterWidth = 0.007;
    private const double Top = 0.12;
    private const double Bottom = 0.94;

    private static readonly string[] Goods = ["Bolt", "Nut", "Washer", "Steel screw", "Hook", "Brass hinge", "Nail", "Wire"];
    private readonly List<PageLayout> pages = [];
    private readonly List<TableCell> cells = [];
    private readonly Random random;
    private readonly double pitch;
    private readonly double lineHeight;
    private List<Word> words = [];

    private RepeatedTable(int seed, int rowsPerPage)
    {
        random = new Random(seed);
        pitch = Math.Min(0.03, (Bottom - Top) / (rowsPerPage + 2));
        lineHeight = Math.Min(MaxLineHeight, LineShareOfPitch * pitch);
    }

    /// <summary>The printed document.</summary>
    public DocumentLayout Layout => new(pages);

    /// <summary>Every cell with the box it was printed in.</summary>
    public IReadOnlyList<TableCell> Cells => cells;

    /// <summary>A schema for the cells.</summary>
    public static string SchemaJson =>
        """
            {"type":"object","properties":{"items":{"type":"array","items":{"type":"object","properties":{
            "description":{"type":"string"},"quantity":{"type":"number"},"unit_price":{"type":"number"},"amount":{"type":"number"}}}}}}
            """;

    /// <summary>Prints a table. Equal arguments give equal tables.</summary>
    public static RepeatedTable Make(int seed, int rowCount, int distinctAmounts, int pageCount)
    {
        var rowsPerPage = (rowCount + pageCount - 1) / pageCount;
        var table = new RepeatedTable(seed, rowsPerPage);
        var prices = Enumerable
            .Range(0, distinctAmounts)
            .Select(_ => Math.Round((decimal)(table.random.NextDouble() * 900) + 1, 2))
            .ToArray();
        for (var row = 0; row < rowCount; row++)
        {
            if (row % rowsPerPage == 0)
            {
                table.StartPage();
            }

            table.PrintRow(row, Top + (pitchRows(row) * table.pitch), prices[table.random.Next(prices.Length)]);
        }

        table.PrintSums(prices[0], Top + ((pitchRows(rowCount - 1) + 1.2) * table.pitch));
        table.EndPage();
        return table;

        int pitchRows(int row) => (row % rowsPerPage) + 1;
    }

    /// <summary>What an extractor without boxes says about it.</summary>
    public IReadOnlyList<PredictedField> Predictions() =>
        [.. cells.Select(cell => new PredictedField(FieldPath.Parse(cell.Path), cell.Value))];

    private void StartPage()
    {
        if (words.Count > 0)
        {
            EndPage();
        }

        Print(0.08, Top, "Description");
        PrintRight(0.55, Top, "Quantity");
        PrintRight(0.72, Top, "Unit price");
        PrintRight(0.90, Top, "Amount");
    }

    private void EndPage()
    {
        pages.Add(new PageLayout(pages.Count + 1, new PixelSize(850, 1100), words, [], [], []));
        words = [];
    }

    private void PrintRow(int row, double top, decimal price)
    {
        var goods = Goods[random.Next(Goods.Length)];
        var quantity = random.Next(1, 4);
        Add(row, "description", ScalarValue.FromText(goods), Print(0.08, top, goods));
        Add(row, "quantity", ScalarValue.FromNumber(quantity), PrintRight(0.55, top, quantity.ToString(CultureInfo.InvariantCulture)));
        Add(row, "unit_price", ScalarValue.FromNumber(price), PrintRight(0.72, top, Amount(price)));
        Add(row, "amount", ScalarValue.FromNumber(price * quantity), PrintRight(0.90, top, Amount(price * quantity)));
    }

    private void PrintSums(decimal amount, double top)
    {
        Print(0.6, top, "Total");
        PrintRight(0.90, top, Amount(amount));
    }

    private void Add(int row, string column, ScalarValue value, BoundingBox box) =>
        cells.Add(new TableCell(string.Create(CultureInfo.InvariantCulture, $"items[{row}].{column}"), value, pages.Count + 1, box));

    private BoundingBox PrintRight(double right, double top, string text) => Print(right - (text.Length * CharacterWidth), top, text);

    private BoundingBox Print(double left, double top, string text)
    {
        var at = 0;
        foreach (var part in text.Split(' '))
        {
            var box = new BoundingBox(left + (at * CharacterWidth), top, part.Length * CharacterWidth, lineHeight);
            words.Add(new Word(part, box, 1, WordSource.TextLayer));
            at += part.Length + 1;
        }

        return new BoundingBox(left, top, text.Length * CharacterWidth, lineHeight);
    }

    private static string Amount(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
