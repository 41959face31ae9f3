using System.Globalization;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Groundtruth.Rendering;
using GroundedDocs.Groundtruth.Truth;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Documents;

/// <summary>A bank statement of three scanned pages, each a little skewed, with amounts that come again and again.</summary>
public static class BankStatementSample
{
    private const int Dpi = 200;
    private const float LeftEdge = 50;
    private const float RightEdge = 562;

    private static readonly int[] RowsOfPage = [15, 24, 12];
    private static readonly Lettering Body = new(Face.Sans, 9.5f, Lettering.Black);
    private static readonly Lettering Bold = new(Face.SansBold, 9.5f, Lettering.Black);
    private static readonly Lettering Title = new(Face.SerifBold, 18, Lettering.Black);

    private static readonly (string Text, decimal Amount)[] Bookings =
    [
        ("Grocery store purchase", -45.00m),
        ("Mobile phone plan", -45.00m),
        ("Gas station purchase", -38.50m),
        ("Refund from merchant", 45.00m),
        ("Transfer from savings", 250.00m),
        ("Transfer to savings", -250.00m),
        ("Electric utility bill", -86.20m),
        ("Coffee shop purchase", -6.75m),
        ("Pharmacy purchase", -12.40m),
        ("Cash withdrawal", -100.00m),
        ("Mobile check deposit", 100.00m),
        ("Restaurant purchase", -38.50m),
        ("Gym membership", -45.00m),
    ];

    /// <summary>The statement that a seed invents.</summary>
    public static Sample Create(int seed)
    {
        var invention = new Invention(seed + 3_000);
        var draft = new Draft();
        var account = Invent(invention);
        var (balance, row) = (account.Opening, 0);
        for (var page = 0; page < RowsOfPage.Length; page++)
        {
            var sheet = draft.Add(new Sheet(612, 792));
            var top = page == 0 ? PrintHead(draft, sheet, invention, account) : PrintRunningHead(sheet, account);
            PrintColumnHeads(sheet, top);
            for (var i = 0; i < RowsOfPage[page]; i++, row++)
            {
                balance += account.Entries[row].Amount;
                PrintEntry(draft, sheet, top + 24 + (i * 20), row, account.Entries[row], balance);
            }

            sheet.Print(306, 766, (Body with { Size = 8 }).Centered, string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} of 3"));
        }

        draft.Absent("routing_number");
        var scans = draft.Sheets.Select((sheet, i) => Scan.Of(sheet, Dpi, Skew(seed, i), (seed * 10) + i)).ToArray();
        var name = string.Create(CultureInfo.InvariantCulture, $"bank-statement-{seed}");
        var content = TiffFile.Write(scans, Dpi, isBilevel: seed % 2 == 0);
        return Sample.Of(name, "tif", "document.bank-statement", draft, [.. scans.Select(scan => scan.Page)], content);
    }

    private static double Skew(int seed, int page) => new Grain((seed * 100) + page).Between(-0.9, 0.9);

    private static Account Invent(Invention invention)
    {
        var end = new DateOnly(2025, invention.Between(2, 12), 1).AddDays(-1);
        var start = new DateOnly(end.Year, end.Month, 1);
        var number = invention.Digits(4) + "-" + invention.Digits(6);
        var count = RowsOfPage.Sum();
        var entries = Enumerable
            .Range(0, count)
            .Select(i => InventEntry(invention, i, start.AddDays(i * (end.DayNumber - start.DayNumber) / count)));
        return new Account($"{invention.City} Savings Bank", number, start, end, invention.Amount(6_000, 9_000), [.. entries]);
    }

    private static Entry InventEntry(Invention invention, int index, DateOnly date)
    {
        var (text, amount) = invention.Pick(Bookings);
        return index switch
        {
            2 => new Entry(date, "Rent payment", null, -1_200.00m),
            6 or 30 => new Entry(date, "Payroll deposit", null, 1_850.00m),
            _ when index % 9 == 4 => new Entry(date, "Check paid", invention.Digits(4), -invention.Amount(20, 300)),
            _ => new Entry(date, text, null, amount),
        };
    }

    private static float PrintHead(Draft draft, Sheet sheet, Invention invention, Account account)
    {
        var (start, end) = (account.Start, account.End);
        sheet.Print(LeftEdge, 62, Title, draft.Field("bank_name", account.Bank));
        var address = $"{invention.Street}, {invention.City}, {invention.State} {invention.Digits(5)}";
        sheet.Print(LeftEdge, 78, Body, draft.Field("bank_address", address));
        sheet.Print(RightEdge, 62, (Bold with { Size = 13 }).RightAligned, "ACCOUNT STATEMENT");
        sheet.Rule(LeftEdge, RightEdge, 90, 1.2f, SKColors.Black);

        sheet.Print(LeftEdge, 124, Bold, draft.Field("client_name", $"{invention.FirstName} {invention.LastName}"));
        var (street, place) = (invention.Street, $"{invention.City}, {invention.State} {invention.Digits(5)}");
        sheet.Print(LeftEdge, 138, Body, draft.Field("client_address", $"{street}, {place}", street));
        sheet.Print(LeftEdge, 152, Body, Draft.More("client_address", place));

        PrintLabelled(sheet, 124, "Account Number:", draft.Field("account_number", account.Number));
        PrintLabelled(
            sheet,
            139,
            "Account Type:",
            draft.Field("account_type", invention.Pick<string>(["Personal Checking", "Everyday Checking"]))
        );
        PrintLabelled(
            sheet,
            154,
            "Statement Date:",
            draft.Field("statement_date", Notation.Iso(end.AddDays(1)), Notation.Slashes(end.AddDays(1)))
        );
        PrintLabelled(
            sheet,
            169,
            "Statement Period:",
            draft.Field("statement_start_date", Notation.Iso(start), Notation.Slashes(start)),
            " - ",
            draft.Field("statement_end_date", Notation.Iso(end), Notation.Slashes(end))
        );
        PrintSummary(draft, sheet, account);
        return 308;
    }

    private static void PrintLabelled(Sheet sheet, float y, string label, params ReadOnlySpan<Run> value)
    {
        sheet.Print(410, y, Bold.RightAligned, label);
        sheet.Print(418, y, Body, value);
    }

    private static void PrintSummary(Draft draft, Sheet sheet, Account account)
    {
        var (opening, amounts) = (account.Opening, account.Entries.Select(entry => entry.Amount).ToArray());
        var (deposits, withdrawals) = (amounts.Where(amount => amount > 0).Sum(), -amounts.Where(amount => amount < 0).Sum());
        var rows = new (string Label, string Path, decimal Amount)[]
        {
            ("Beginning Balance", "starting_balance", opening),
            ("Total Deposits", "total_deposits", deposits),
            ("Total Withdrawals", "total_withdrawals", withdrawals),
            ("Ending Balance", "ending_balance", opening + deposits - withdrawals),
        };
        sheet.Print(LeftEdge, 200, Bold with { Size = 11 }, "Account Summary");
        for (var i = 0; i < rows.Length; i++)
        {
            var y = 218 + (i * 16);
            sheet.Print(LeftEdge + 8, y, Body, rows[i].Label);
            sheet.Print(290, y, Body.RightAligned, draft.Field(rows[i].Path, rows[i].Amount, Notation.Dollars(rows[i].Amount)));
        }
    }

    private static float PrintRunningHead(Sheet sheet, Account account)
    {
        sheet.Print(LeftEdge, 56, Bold, Draft.Again("bank_name", account.Bank));
        sheet.Print(RightEdge, 56, Body.RightAligned, "Account Number: ", Draft.Again("account_number", account.Number));
        return 92;
    }

    private static void PrintColumnHeads(Sheet sheet, float y)
    {
        sheet.Print(LeftEdge, y, Bold, "Date");
        sheet.Print(120, y, Bold, "Description");
        sheet.Print(270, y, Bold, "Check No.");
        sheet.Print(400, y, Bold.RightAligned, "Deposits");
        sheet.Print(482, y, Bold.RightAligned, "Withdrawals");
        sheet.Print(RightEdge, y, Bold.RightAligned, "Balance");
        sheet.Rule(LeftEdge, RightEdge, y + 6, 0.9f, SKColors.Black);
    }

    private static void PrintEntry(Draft draft, Sheet sheet, float y, int index, Entry entry, decimal balance)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"table_item[{index}]");
        var amount = Math.Abs(entry.Amount);
        var (kind, right) = entry.Amount > 0 ? ("deposit", 400f) : ("withdrawal", 482f);
        sheet.Print(LeftEdge, y, Body, draft.Field($"{row}.date", Notation.Iso(entry.Date), Notation.Slashes(entry.Date)));
        sheet.Print(120, y, Body, draft.Field($"{row}.description", entry.Text));
        if (entry.Check is not null)
        {
            sheet.Print(270, y, Body, draft.Field($"{row}.check_number", entry.Check));
        }

        sheet.Print(right, y, Body.RightAligned, draft.Field($"{row}.amount_{kind}", amount, Notation.Plain(amount)));
        sheet.Print(RightEdge, y, Body.RightAligned, draft.Field($"{row}.ending_daily_balance", balance, Notation.Plain(balance)));
    }

    private sealed record Entry(DateOnly Date, string Text, string? Check, decimal Amount);

    private sealed record Account(string Bank, string Number, DateOnly Start, DateOnly End, decimal Opening, IReadOnlyList<Entry> Entries);
}
