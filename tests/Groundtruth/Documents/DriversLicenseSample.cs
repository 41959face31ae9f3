using System.Globalization;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Groundtruth.Rendering;
using GroundedDocs.Groundtruth.Truth;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Documents;

/// <summary>A driver's license of a state that does not exist, numbered like American ones, as a scanned card.</summary>
public static class DriversLicenseSample
{
    private const float CardWidth = 243;
    private const float CardHeight = 153;
    private const float Scale = 4.6f;

    private static readonly SKColor Navy = new(24, 46, 104);
    private static readonly Lettering Label = new(Face.Sans, 4.6f, Navy);
    private static readonly Lettering Value = new(Face.SansBold, 7.4f, Lettering.Black);
    private static readonly string[] States = ["COLUMBRIA", "MERIDIA", "NEW ALBION"];

    /// <summary>The card that a seed invents.</summary>
    public static Sample Create(int seed)
    {
        var invention = new Invention(seed + 2_000);
        var draft = new Draft();
        var sheet = draft.Add(new Sheet(CardWidth, CardHeight) { Backdrop = canvas => Background(canvas, seed) });
        sheet.Print(12, 18, new Lettering(Face.SansBold, 13, Navy), draft.Field("issuing_state", invention.Pick(States)));
        sheet.Print(231, 17, new Lettering(Face.SansBold, 8.5f, Navy).RightAligned, "DRIVER LICENSE");
        PrintPerson(draft, sheet, invention);
        PrintBody(draft, sheet, invention);
        var size = new SKSizeI((int)Math.Round(CardWidth * Scale), (int)Math.Round(CardHeight * Scale));
        var page = new FinishedPage(SKMatrix.CreateScale(Scale, Scale), new SKSize(size.Width, size.Height));
        using var picture = SheetPixels.Draw(sheet, page.ToPixels, size, new SKColor(226, 234, 243), SKColors.White);
        using var image = SKImage.FromBitmap(picture);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        var name = string.Create(CultureInfo.InvariantCulture, $"drivers-license-{seed}");
        return Sample.Of(name, "png", "document.us-drivers-license", draft, [page], png.ToArray());
    }

    private static void PrintPerson(Draft draft, Sheet sheet, Invention invention)
    {
        const float x = 84;
        var birth = invention.Date(invention.Between(1958, 2003));
        var issued = invention.Date(2023);
        var number = $"{(char)('A' + invention.Between(0, 25))}{invention.Digits(3)}-{invention.Digits(4)}-{invention.Digits(4)}";
        Pair(sheet, x, 34, "4d DL NO.", Value with { Color = new SKColor(168, 28, 36) }, draft.Field("license_number", number));
        Pair(sheet, 178, 34, "9 CLASS", Value, draft.Field("license_class", invention.Pick<string>(["C", "D"])));
        Pair(sheet, x, 47, "4b EXP", Value, Date(draft, "expiration_date", issued.AddYears(8)));
        Pair(sheet, 160, 47, "4a ISS", Value, Date(draft, "issue_date", issued));
        Pair(sheet, x, 60, "1 LN", Value, draft.Field("last_name", invention.LastName.ToUpperInvariant()));
        Pair(
            sheet,
            x,
            71,
            "2 FN",
            Value,
            draft.Field("first_name", invention.FirstName.ToUpperInvariant()),
            " ",
            draft.Field("middle_name", invention.MiddleName.ToUpperInvariant())
        );
        sheet.Print(x, 82, Label, "8 ADDRESS");
        sheet.Print(x, 91, Value, draft.Field("address.street", invention.Street.ToUpperInvariant()));
        sheet.Print(
            x,
            100.5f,
            Value,
            draft.Field("address.city", invention.City.ToUpperInvariant()),
            ", ",
            draft.Field("address.state", "CB"),
            " ",
            draft.Field("address.zip_code", invention.Digits(5))
        );
        Pair(sheet, x, 114, "3 DOB", Value with { Color = new SKColor(168, 28, 36) }, Date(draft, "date_of_birth", birth));
    }

    private static void PrintBody(Draft draft, Sheet sheet, Invention invention)
    {
        Pair(sheet, 84, 127, "15 SEX", Value, draft.Field("gender", invention.Pick<string>(["F", "M"])));
        var height = string.Create(CultureInfo.InvariantCulture, $"5'-{invention.Between(1, 9):00}\"");
        Pair(sheet, 124, 127, "16 HGT", Value, draft.Field("height", height));
        var weight = string.Create(CultureInfo.InvariantCulture, $"{invention.Between(112, 219)} lb");
        Pair(sheet, 180, 127, "17 WGT", Value, draft.Field("weight", weight));
        Pair(sheet, 84, 139, "18 EYES", Value, draft.Field("eye_color", invention.Pick<string>(["BRO", "BLU", "GRN", "HAZ"])));
        Pair(sheet, 136, 139, "19 HAIR", Value, draft.Field("hair_color", invention.Pick<string>(["BLK", "BLN", "GRY", "RED"])));
        sheet.Print(44, 142, new Lettering(Face.Serif, 8, Navy).Centered, invention.Digits(2) + "/" + invention.Digits(6));
    }

    private static Run Date(Draft draft, string path, DateOnly date) => draft.Field(path, Notation.Iso(date), Notation.Slashes(date));

    private static void Pair(Sheet sheet, float x, float y, string label, Lettering style, params ReadOnlySpan<Run> value)
    {
        using var font = Label.ToFont();
        sheet.Print(x, y, Label, label);
        sheet.Print(x + font.MeasureText(label) + 3.5f, y, style, value);
    }

    private static void Background(SKCanvas canvas, int seed)
    {
        using var waves = new SKPaint
        {
            Color = new SKColor(150, 178, 212, 90),
            StrokeWidth = 0.35f,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
        };
        for (var row = -4; row < 32; row++)
        {
            using var wave = new SKPathBuilder();
            wave.MoveTo(0, row * 6);
            for (var x = 0f; x <= CardWidth; x += 3)
            {
                wave.LineTo(x, (row * 6) + (5 * MathF.Sin((x / 17) + (row * 0.5f) + seed)));
            }

            using var path = wave.Detach();
            canvas.DrawPath(path, waves);
        }

        using var skin = new SKPaint { Color = new SKColor(170, 142, 122), IsAntialias = true };
        using var cloth = new SKPaint { Color = new SKColor(70, 82, 110), IsAntialias = true };
        using var wall = new SKPaint { Color = new SKColor(205, 212, 220), IsAntialias = true };
        canvas.Save();
        canvas.ClipRect(SKRect.Create(12, 30, 62, 80));
        canvas.DrawRect(12, 30, 62, 80, wall);
        canvas.DrawOval(43, 112, 34, 26, cloth);
        canvas.DrawOval(43, 66, 15, 20, skin);
        canvas.DrawOval(43, 51, 17, 11, cloth);
        canvas.Restore();
    }
}
