using System.Globalization;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Groundtruth.Rendering;
using GroundedDocs.Groundtruth.Truth;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Documents;

/// <summary>A till receipt, photographed on a table.</summary>
public static class ReceiptSample
{
    private const float PaperWidth = 226;
    private const float LeftEdge = 14;
    private const float RightEdge = 212;
    private const float LineHeight = 13.5f;

    private static readonly SKSizeI Picture = new(1200, 1800);
    private static readonly Lettering Print = new(Face.Mono, 9, new SKColor(38, 36, 44));
    private static readonly Lettering Strong = new(Face.MonoBold, 9.5f, new SKColor(30, 28, 36));

    private static readonly string[] Goods =
    [
        "OAT MILK 1L",
        "SOURDOUGH LOAF",
        "CHERRY TOMATOES",
        "BROWN EGGS DOZEN",
        "GREEK YOGURT",
        "DARK ROAST COFFEE",
        "SEA SALT CRACKERS",
        "BASIL PESTO",
        "RED ONIONS 2LB",
        "SPARKLING WATER",
        "DISH SOAP LEMON",
        "PAPER TOWELS 6PK",
    ];

    /// <summary>The receipt that a seed invents.</summary>
    public static Sample Create(int seed)
    {
        var invention = new Invention(seed + 1_000);
        var goods = invention.PickSome(Goods, invention.Between(5, 7));
        var draft = new Draft();
        var sheet = draft.Add(new Sheet(PaperWidth, 280 + (goods.Count * 2 * LineHeight)));
        var y = PrintHead(draft, sheet, invention);
        y = PrintGoods(draft, sheet, y, goods, invention);
        PrintFoot(draft, sheet, y, invention);
        draft.Absent("tip_amount", "discount_amount");
        var photograph = Photograph.Of(sheet, Picture, seed);
        var name = string.Create(CultureInfo.InvariantCulture, $"receipt-{seed}");
        return Sample.Of(name, "jpg", "document.receipt", draft, [photograph.Page], photograph.Jpeg);
    }

    private static float PrintHead(Draft draft, Sheet sheet, Invention invention)
    {
        var y = 28f;
        var name = $"{invention.LastName} & Sons Grocery".ToUpperInvariant();
        sheet.Print(PaperWidth / 2, y, Strong.Centered with { Size = 11.5f }, draft.Field("merchant_name", name));
        var (street, place) = (invention.Street, $"{invention.City}, {invention.State} {invention.Digits(5)}");
        sheet.Print(PaperWidth / 2, y += 17, Print.Centered, draft.Field("merchant_address", $"{street}, {place}", street));
        sheet.Print(PaperWidth / 2, y += LineHeight, Print.Centered, Draft.More("merchant_address", place));
        sheet.Print(PaperWidth / 2, y += LineHeight, Print.Centered, "TEL ", draft.Field("merchant_phone", invention.Phone));
        var date = invention.Date(2025);
        var time = string.Create(CultureInfo.InvariantCulture, $"{invention.Between(8, 20):00}:{invention.Between(10, 59)}");
        sheet.Print(LeftEdge, y += 22, Print, "DATE: ", draft.Field("transaction_date", Notation.Iso(date), Notation.Slashes(date)));
        sheet.Print(RightEdge, y, Print.RightAligned, time);
        sheet.Print(LeftEdge, y += LineHeight, Print, "RECEIPT NO: ", draft.Field("receipt_id", "R-" + invention.Digits(6)));
        sheet.Print(LeftEdge, y += LineHeight, Print, "CASHIER: ", draft.Field("cashier_name", invention.FirstName.ToUpperInvariant()));
        sheet.Print(RightEdge, y, Print.RightAligned, "REGISTER: ", draft.Field("register_number", "0" + invention.Digits(1)));
        Dashes(sheet, y += LineHeight);
        return y;
    }

    private static float PrintGoods(Draft draft, Sheet sheet, float y, IReadOnlyList<string> goods, Invention invention)
    {
        var subtotal = 0m;
        for (var i = 0; i < goods.Count; i++)
        {
            var (quantity, price) = (invention.Between(1, 3), invention.Amount(2, 15));
            var total = quantity * price;
            subtotal += total;
            var row = string.Create(CultureInfo.InvariantCulture, $"items[{i}]");
            sheet.Print(LeftEdge, y += LineHeight + 2, Print, draft.Field($"{row}.description", goods[i]));
            sheet.Print(
                LeftEdge + 14,
                y += LineHeight - 1,
                Print,
                draft.Field($"{row}.quantity", quantity, Notation.Number(quantity)),
                " x ",
                draft.Field($"{row}.unit_price", price, Notation.Plain(price))
            );
            sheet.Print(RightEdge, y, Print.RightAligned, draft.Field($"{row}.total_price", total, Notation.Plain(total)));
        }

        Dashes(sheet, y += LineHeight);
        var tax = Math.Round(subtotal * 0.0725m, 2);
        Amount("SUBTOTAL", draft.Field("subtotal", subtotal, Notation.Plain(subtotal)), Print);
        Amount("TAX 7.25%", draft.Field("tax", tax, Notation.Plain(tax)), Print);
        Amount("TOTAL", draft.Field("total", subtotal + tax, Notation.Dollars(subtotal + tax)), Strong with { Size = 12 });
        return y;

        void Amount(string label, Run amount, Lettering style)
        {
            y += LineHeight + 2;
            sheet.Print(LeftEdge, y, style, label);
            sheet.Print(RightEdge, y, style.RightAligned, amount);
        }
    }

    private static void PrintFoot(Draft draft, Sheet sheet, float y, Invention invention)
    {
        sheet.Print(LeftEdge, y += 20, Print, "PAID BY: ", draft.Field("payment_method.type", "CREDIT CARD"));
        sheet.Print(LeftEdge, y += LineHeight, Print, "CARD TYPE: ", draft.Field("payment_method.card_type", "VISA"));
        sheet.Print(
            LeftEdge,
            y += LineHeight,
            Print,
            "CARD NO: ************",
            draft.Field("payment_method.card_last_4", invention.Digits(4))
        );
        sheet.Print(PaperWidth / 2, y + 24, Print.Centered, "THANK YOU, COME AGAIN");
    }

    private static void Dashes(Sheet sheet, float y)
    {
        for (var x = LeftEdge; x < RightEdge - 3; x += 6)
        {
            sheet.Rule(x, x + 3.4f, y - 4, 0.8f, new SKColor(60, 58, 66));
        }
    }
}
