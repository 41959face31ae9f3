using System.Text.Json;
using GroundedDocs.Groundtruth;
using GroundedDocs.Groundtruth.Documents;
using GroundedDocs.Groundtruth.Truth;
using Microsoft.Playwright;
using SkiaSharp;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class SamplePixelTests(ReviewApp app)
{
    /// <summary>How far the edge of a box may lie from the ink, in pixels of a screen at 100 %.</summary>
    private const double Tolerance = 4;

    private static readonly string[] Fields = ["invoice_id", "total_amount", "items[0].description"];

    [Fact]
    public async Task Invoice_Uploaded_ShowsItsStepsAndThenBoxesOnTheRightPixels()
    {
        var sample = InvoiceSample.Create(SampleSet.ShownSeed);
        await using var ann = await app.OpenAsync();
        await ann.Page.GotoAsync("/");
        await ann
            .Page.Locator("#files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = sample.File,
                    MimeType = "application/pdf",
                    Buffer = sample.Content,
                }
            );
        // The page goes to the document by itself, and from its progress to its viewer.
        await ann.Page.Locator(".progress .steps li[data-step=read], .viewer").First.WaitForAsync();
        await ann.Page.Locator(".page.loaded").First.WaitForAsync();

        foreach (var path in Fields)
        {
            await ann.Cell(path).ClickAsync();
            await SitsOnItsInkAsync(ann, sample, path, turn: 0);
        }

        await ann.Page.EvaluateAsync("() => document.activeElement.blur()");
        await PressAsync(ann, "+", 3);
        await ann.Cell("invoice_id").ClickAsync();
        await SitsOnItsInkAsync(ann, sample, "invoice_id", turn: 0);
        await HasStrokeAtItsEdgeAsync(ann, "invoice_id");

        await PressAsync(ann, "r", 1);
        await ann.Cell("total_amount").ClickAsync();
        await SitsOnItsInkAsync(ann, sample, "total_amount", turn: 90);
    }

    private static async Task PressAsync(Reviewer reviewer, string key, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await reviewer.Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>The drawn rectangle, measured on the screen against the page's own rectangle, holds the ink that the generator printed.</summary>
    private static async Task SitsOnItsInkAsync(Reviewer reviewer, Sample sample, string path, int turn)
    {
        var field = sample.Fields.Single(each => each.Name == path);
        await reviewer.Boxes(path).First.WaitForAsync();
        var measured = await reviewer.Page.EvaluateAsync<JsonElement>(
            """
            path => [...document.querySelectorAll(`.box[data-path='${path}']`)].map((box) => {
              const page = box.closest(".page");
              const outer = page.getBoundingClientRect();
              const inner = box.getBoundingClientRect();
              return { page: Number(page.dataset.page), left: inner.left - outer.left, top: inner.top - outer.top,
                right: inner.right - outer.left, bottom: inner.bottom - outer.top, width: outer.width, height: outer.height };
            })
            """,
            path
        );
        var places = (field.AltBoxes ?? []).Append(field.Boxes).ToArray();
        Assert.Contains(places, place => measured.EnumerateArray().Any(box => Holds(box, place[0], turn)));
    }

    private static bool Holds(JsonElement box, TruthBox truth, int turn)
    {
        var (width, height) = (Number(box, "width"), Number(box, "height"));
        // Turned clockwise by a quarter, the page's left edge is on top and its bottom edge on the left.
        var (left, top, right, bottom) =
            turn == 90
                ? (1 - truth.Y - truth.H, truth.X, 1 - truth.Y, truth.X + truth.W)
                : (truth.X, truth.Y, truth.X + truth.W, truth.Y + truth.H);
        var slack = Tolerance * Math.Max(width, height) / 1100;
        return Number(box, "page") == truth.Page
            && Math.Abs(Number(box, "left") - (left * width)) < slack
            && Math.Abs(Number(box, "top") - (top * height)) < slack
            && Math.Abs(Number(box, "right") - (right * width)) < slack
            && Math.Abs(Number(box, "bottom") - (bottom * height)) < slack;
    }

    /// <summary>A screenshot has the colour of the box's band along its left edge: it is painted, and painted there.</summary>
    private static async Task HasStrokeAtItsEdgeAsync(Reviewer reviewer, string path)
    {
        var drawn = reviewer.Boxes(path).First;
        var box = (await drawn.BoundingBoxAsync())!;
        var stroke = await drawn.EvaluateAsync<int[]>("box => getComputedStyle(box).stroke.match(/\\d+/g).slice(0, 3).map(Number)");
        using var screen = SKBitmap.Decode(await reviewer.Page.ScreenshotAsync());
        var row = (int)(box.Y + (box.Height / 2));
        var edge = Enumerable.Range(-3, 7).Select(offset => screen.GetPixel((int)box.X + offset, row));
        Assert.Contains(edge, pixel => IsNear(pixel, stroke));
    }

    private static bool IsNear(SKColor pixel, int[] stroke) =>
        Math.Abs(pixel.Red - stroke[0]) < 40 && Math.Abs(pixel.Green - stroke[1]) < 40 && Math.Abs(pixel.Blue - stroke[2]) < 40;

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
