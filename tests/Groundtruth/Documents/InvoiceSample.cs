using System.Globalization;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Groundtruth.Rendering;
using GroundedDocs.Groundtruth.Truth;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Documents;

/// <summary>A digital invoice of two pages whose table of items goes on over the page break, under a repeated header.</summary>
public static class InvoiceSample
{
    private const float PageWidth = 612;
    private const float PageHeight = 792;
    private const float LeftEdge = 54;
    private const float RightEdge = 558;
    private const int RowsOnFirstPage = 14;
    private const float RowHeight = 21;

    private static readonly SKColor Accent = new(31, 78, 121);
    private static readonly Lettering Body = new(Face.Sans, 9.5f, Lettering.Black);
    private static readonly Lettering Bold = new(Face.SansBold, 9.5f, Lettering.Black);
    private static readonly Lettering Label = new(Face.SansBold, 8.5f, Lettering.Gray);
    private static readonly Lettering Head = new(Face.SansBold, 9, SKColors.White);

    private static readonly string[] Wares =
    [
        "Ball bearing 6204-2RS",
        "Hex bolt M8 x 40, zinc",
        "Drive belt A-42",
        "Shaft collar 25 mm",
        "Grease cartridge 400 g",
        "Limit switch, roller arm",
        "Proximity sensor M12",
        "Cable gland PG13.5",
        "Terminal block 4 mm",
        "Relay 24 V DC, 2-pole",
        "Air filter element F7",
        "Hydraulic hose 3/8 in",
        "Quick coupling, brass",
        "Pressure gauge 0-10 bar",
        "O-ring kit, nitrile",
        "Solenoid valve 1/4 in",
        "Timing pulley T5, 20 teeth",
        "Linear guide rail 600 mm",
        "Thread sealant 50 ml",
        "Safety relay module",
        "Cooling fan 120 mm",
        "Machine foot M16",
    ];

    /// <summary>The invoice that a seed invents.</summary>
    public static Sample Create(int seed)
    {
        var invention = new Invention(seed);
        var draft = new Draft();
        var id = "INV-" + invention.Digits(5);
        var items = Items(invention);
        var first = draft.Add(new Sheet(PageWidth, PageHeight));
        PrintParties(draft, first, invention, id);
        PrintRows(draft, first, 330, items, 0, RowsOnFirstPage);
        PrintFoot(first, 1);

        var second = draft.Add(new Sheet(PageWidth, PageHeight));
        second.Print(LeftEdge, 60, Bold, "Invoice ", Draft.Again("invoice_id", id));
        second.Print(RightEdge, 60, Label.RightAligned, "continued from page 1");
        var end = PrintRows(draft, second, 84, items, RowsOnFirstPage, items.Count);
        PrintTotals(draft, second, end + 26, items, invention);
        PrintPayment(draft, second, end + 60, invention);
        PrintFoot(second, 2);
        draft.Absent("customer_vat_id", "discount_amount", "bank_details.iban");
        var name = string.Create(CultureInfo.InvariantCulture, $"invoice-{seed}");
        return Sample.Of(name, "pdf", "document.invoice", draft, PdfPages.Finish(draft), PdfPages.Write(draft, id));
    }

    private static IReadOnlyList<Item> Items(Invention invention) =>
        [
            .. invention
                .PickSome(Wares, invention.Between(18, 22))
                .Select(ware => new Item(ware, invention.Between(1, 40), invention.Amount(2, 180))),
        ];

    private static void PrintParties(Draft draft, Sheet sheet, Invention invention, string id)
    {
        var (issuer, customer) = (
            $"{invention.LastName} Machine Supply, Inc.",
            $"{invention.LastName} & {invention.LastName} Packaging LLC"
        );
        var issued = invention.Date(2025);
        var due = issued.AddDays(30);
        sheet.Print(LeftEdge, 64, new Lettering(Face.SansBold, 17, Accent), draft.Field("issuer_name", issuer));
        PrintAddress(draft, sheet, LeftEdge, 82, "issuer_address", invention);
        sheet.Print(LeftEdge, 108, Body, "Phone: ", draft.Field("issuer_phone", invention.Phone));
        sheet.Print(
            LeftEdge,
            121,
            Body,
            "E-mail: ",
            draft.Field("issuer_email", $"billing@{issuer.Split(' ')[0].ToLowerInvariant()}-machine.example")
        );
        sheet.Print(RightEdge, 66, new Lettering(Face.SansBold, 24, Accent).RightAligned, "INVOICE");

        var rows = new (string Label, Run Value)[]
        {
            ("Invoice No.", draft.Field("invoice_id", id)),
            ("Invoice Date", draft.Field("invoice_issue_date", Notation.Iso(issued), Notation.Spelled(issued))),
            ("Due Date", draft.Field("invoice_due_date", Notation.Iso(due), Notation.Spelled(due))),
            ("Order No.", draft.Field("order_id", "PO-" + invention.Digits(6))),
            ("Customer No.", draft.Field("customer_id", "C" + invention.Digits(4))),
            ("Terms", draft.Field("payment_terms", "Net 30 days")),
        };
        for (var i = 0; i < rows.Length; i++)
        {
            sheet.Print(430, 96 + (i * 15), Label.RightAligned, rows[i].Label);
            sheet.Print(440, 96 + (i * 15), Body, rows[i].Value);
        }

        sheet.Rule(LeftEdge, RightEdge, 196, 0.8f, Accent);
        sheet.Print(LeftEdge, 220, Label, "BILL TO");
        sheet.Print(LeftEdge, 236, Bold, draft.Field("customer_name", customer));
        PrintAddress(draft, sheet, LeftEdge, 250, "customer_billing_address", invention);
        sheet.Print(320, 220, Label, "SHIP TO");
        sheet.Print(320, 236, Bold, "Receiving Dock");
        PrintAddress(draft, sheet, 320, 250, "customer_shipping_address", invention);
        sheet.Print(LeftEdge, 296, Body, "All amounts in ", draft.Field("currency", "USD"), ".");
    }

    private static void PrintAddress(Draft draft, Sheet sheet, float x, float baseline, string path, Invention invention)
    {
        sheet.Print(x, baseline, Body, draft.Field($"{path}.street", invention.Street));
        var (city, state, code) = (invention.City, invention.State, invention.Digits(5));
        sheet.Print(
            x,
            baseline + 13,
            Body,
            draft.Field($"{path}.city", city),
            ", ",
            draft.Field($"{path}.state", state),
            " ",
            draft.Field($"{path}.postal_code", code)
        );
    }

    private static float PrintRows(Draft draft, Sheet sheet, float top, IReadOnlyList<Item> items, int from, int to)
    {
        sheet.Fill(LeftEdge, top - 14, RightEdge - LeftEdge, 21, Accent);
        sheet.Print(LeftEdge + 6, top, Head, "Description");
        sheet.Print(372, top, Head.RightAligned, "Qty");
        sheet.Print(460, top, Head.RightAligned, "Unit Price");
        sheet.Print(RightEdge - 6, top, Head.RightAligned, "Amount");
        for (var i = from; i < to; i++)
        {
            var (ware, quantity, price) = items[i];
            var y = top + ((i - from + 1) * RowHeight);
            var row = string.Create(CultureInfo.InvariantCulture, $"items[{i}]");
            sheet.Print(LeftEdge + 6, y, Body, draft.Field($"{row}.description", ware));
            sheet.Print(372, y, Body.RightAligned, draft.Field($"{row}.quantity", quantity, Notation.Number(quantity)));
            sheet.Print(460, y, Body.RightAligned, draft.Field($"{row}.unit_price", price, Notation.Plain(price)));
            var total = items[i].Total;
            sheet.Print(RightEdge - 6, y, Body.RightAligned, draft.Field($"{row}.total_price", total, Notation.Plain(total)));
            sheet.Rule(LeftEdge, RightEdge, y + 6, 0.4f, new SKColor(205, 210, 216));
        }

        return top + ((to - from) * RowHeight);
    }

    private static void PrintTotals(Draft draft, Sheet sheet, float top, IReadOnlyList<Item> items, Invention invention)
    {
        var subtotal = items.Sum(item => item.Total);
        var shipping = invention.Amount(18, 95);
        var rate = invention.Pick<decimal>([6.5m, 7.25m, 8m]);
        var tax = Math.Round(subtotal * rate / 100, 2);
        var total = subtotal + shipping + tax;
        var paid = 500m;
        Print(0, Body, draft.Field("subtotal", subtotal, Notation.Dollars(subtotal)), "Subtotal");
        Print(1, Body, draft.Field("shipping_cost", shipping, Notation.Dollars(shipping)), "Shipping");
        var percentage = draft.Field("tax_percentage", rate, Notation.Number(rate));
        Print(2, Body, draft.Field("tax_amount", tax, Notation.Dollars(tax)), "Sales Tax (", percentage, "%)");
        Print(3, Bold, draft.Field("total_amount", total, Notation.Dollars(total)), "Total");
        Print(4, Body, draft.Field("amount_paid", paid, Notation.Dollars(paid)), "Amount Paid");
        Print(5, Bold, draft.Field("balance_due", total - paid, Notation.Dollars(total - paid)), "Balance Due");

        void Print(int row, Lettering style, Run amount, params ReadOnlySpan<Run> label)
        {
            sheet.Print(460, top + (row * 17), style.RightAligned, label);
            sheet.Print(RightEdge - 6, top + (row * 17), style.RightAligned, amount);
        }
    }

    private static void PrintPayment(Draft draft, Sheet sheet, float top, Invention invention)
    {
        sheet.Print(LeftEdge, top, Label, "PAYMENT BY BANK TRANSFER");
        sheet.Print(LeftEdge, top + 16, Body, "Bank: ", draft.Field("bank_details.bank_name", $"{invention.City} Mercantile Bank"));
        sheet.Print(LeftEdge, top + 30, Body, "Account Number: ", draft.Field("bank_details.account_number", invention.Digits(10)));
        sheet.Print(LeftEdge, top + 44, Body, "Routing Number: ", draft.Field("bank_details.routing_number", invention.Digits(9)));
    }

    private static void PrintFoot(Sheet sheet, int page) =>
        sheet.Print(PageWidth / 2, 764, Label.Centered, string.Create(CultureInfo.InvariantCulture, $"Page {page} of 2"));

    private sealed record Item(string Ware, decimal Quantity, decimal Price)
    {
        public decimal Total => Quantity * Price;
    }
}
