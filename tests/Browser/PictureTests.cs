using System.Globalization;
using System.Text.Json.Nodes;
using GroundedDocs.Groundtruth;
using GroundedDocs.Groundtruth.Hostile;
using GroundedDocs.Tests.Rooms;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>
/// Takes pictures of every view, for people to look at: all sizes and both schemes into <c>.local/pictures</c>, those of the README into
/// <c>tests/Samples/Pictures</c>. Runs only when it is asked for: <c>-explicit only -class '*PictureTests'</c>.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PictureTests(ReviewApp app)
{
    private static readonly string All = Path.Combine(SourceTree.Root, ".local/pictures");
    private static readonly string Manual = Path.Combine(SourceTree.Root, "tests/Samples/Pictures");

    private static readonly (string Name, int Width, int Height, bool IsTablet)[] Screens =
    [
        ("1440x900", 1440, 900, false),
        ("1024x768", 1024, 768, false),
        ("tablet", 820, 1180, true),
    ];

    /// <summary>Every picture is there, and those of pages are as fine as they are shown.</summary>
    private const string Painted = """
        () => [...document.images].filter((image) => image.hasAttribute("src") && image.loading !== "lazy").every((image) =>
          image.complete && image.naturalWidth > 0 && Number(/width=(\d+)/.exec(image.src)?.[1] ?? 9999) >= Math.min(2400, image.clientWidth))
        """;

    [Fact(Explicit = true)]
    public async Task Pictures_OfEveryView_AreTaken()
    {
        Directory.CreateDirectory(All);
        await using var ann = await app.OpenAsync("pam");
        var ids = await SubmitAsync(ann);
        foreach (var screen in Screens)
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await using var pam = await app.OpenAsync("pam", scheme, screen: (screen.Width, screen.Height, screen.IsTablet));
                await pam.Page.RouteAsync(
                    "**/review/api/dashboard*",
                    route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = MadeUpBoard() })
                );
                await TakeAsync(pam, ids, $"{screen.Name}-{scheme.ToString().ToLowerInvariant()}");
                await using var nobody = await app.OpenAsync(null, scheme, screen: (screen.Width, screen.Height, screen.IsTablet));
                await nobody.Page.GotoAsync("/");
                await nobody.Page.Locator("#key").WaitForAsync();
                await SaveAsync(nobody, "sign-in", $"{screen.Name}-{scheme.ToString().ToLowerInvariant()}");
            }
        }

        foreach (var name in (string[])["license", "invoice", "worklist", "dashboard"])
        {
            File.Copy(Path.Combine(All, $"{name}-1440x900-light.png"), Path.Combine(Manual, $"review-{name}.png"), overwrite: true);
        }
    }

    private static async Task<Dictionary<string, string>> SubmitAsync(Reviewer reviewer)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sample in Enumerable.Range(SampleSet.ShownSeed, 2).SelectMany(SampleSet.Create))
        {
            ids[sample.File] = await reviewer.SubmitAsync(sample.Content, sample.File, domain: null);
        }

        var encrypted = await reviewer.SubmitAsync(BadFiles.EncryptedPdf, "scan of 3 March.pdf", domain: null);
        await reviewer.ListedAsync("failed", encrypted);
        foreach (var id in ids.Values)
        {
            await reviewer.ListedAsync("open", id);
        }

        var approved = ids.First(each => each.Key.StartsWith("receipt", StringComparison.Ordinal)).Value;
        await reviewer.OpenAsync(approved);
        await reviewer.Page.Locator("#approve").ClickAsync();
        await reviewer.ListedAsync("approved", approved);
        return ids;
    }

    private static async Task TakeAsync(Reviewer reviewer, Dictionary<string, string> ids, string suffix)
    {
        await reviewer.Page.GotoAsync("/#/");
        await reviewer.Page.Locator("#drop").WaitForAsync();
        await SaveAsync(reviewer, "home", suffix);
        await reviewer.Page.GotoAsync("/#/work");
        await reviewer.Page.Locator(".documents").WaitForAsync();
        await SaveAsync(reviewer, "worklist", suffix);
        await reviewer.Page.GotoAsync("/#/dashboard");
        await reviewer.Page.Locator(".chart canvas").Nth(2).WaitForAsync();
        await SaveAsync(reviewer, "dashboard", suffix);
        await ViewAsync(reviewer, ids, "drivers-license", "license_number", "license", suffix);
        await ViewAsync(reviewer, ids, "invoice", "items[1].description", "invoice", suffix);
        await ViewAsync(reviewer, ids, "bank-statement", "ending_balance", "statement", suffix);
    }

    private static async Task ViewAsync(
        Reviewer reviewer,
        Dictionary<string, string> ids,
        string kind,
        string path,
        string name,
        string suffix
    )
    {
        await reviewer.OpenAsync(ids.First(each => each.Key.StartsWith(kind, StringComparison.Ordinal)).Value);
        await reviewer.Cell(path).ClickAsync();
        await SaveAsync(reviewer, name, suffix);
    }

    private static async Task SaveAsync(Reviewer reviewer, string name, string suffix)
    {
        await reviewer.Page.WaitForFunctionAsync(Painted);
        await reviewer.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(All, $"{name}-{suffix}.png") });
    }

    /// <summary>A month of work as it might look; the same each time.</summary>
    private static string MadeUpBoard()
    {
        var days = new JsonArray();
        for (var i = 0; i < 30; i++)
        {
            var documents = i % 7 >= 5 ? 6 + i % 3 : 70 + (i * 37 % 46) + i;
            var pages = documents * (24 + (i % 5)) / 10;
            days.Add(
                new JsonObject
                {
                    ["date"] = new DateOnly(2026, 3, 1).AddDays(i).ToString("O", CultureInfo.InvariantCulture),
                    ["documents"] = documents,
                    ["pages"] = pages,
                    ["hi"] = pages * 9,
                    ["med"] = pages * 6,
                    ["low"] = pages * (2 + (i % 3)),
                    ["cost"] = Math.Round(pages * 0.0021, 2),
                }
            );
        }

        string[] columns =
        [
            "issuer_address.street",
            "items[].description",
            "customer_name",
            "invoice_due_date",
            "total_amount",
            "invoice_id",
        ];
        return new JsonObject
        {
            ["currency"] = "USD",
            ["days"] = days,
            ["queue"] = 37,
            ["states"] = new JsonObject
            {
                ["working"] = 9,
                ["open"] = 112,
                ["approved"] = 1_874,
                ["failed"] = 2,
            },
            ["corrections"] = new JsonArray([
                .. columns.Select(
                    (column, i) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["path"] = column,
                                ["checked"] = 1_400 - (i * 90),
                                ["corrected"] = 310 >> i,
                            }
                ),
            ]),
            ["failures"] = new JsonArray(
                Failure("scan of 3 March.pdf", "The PDF is protected by a password; remove the protection and submit it again."),
                Failure("statement 2026-02.tif", "Page 3 has 421,000,000 pixels; at most 200,000,000 are read. Lower its resolution.")
            ),
        }.ToJsonString();
    }

    private static JsonObject Failure(string name, string message) =>
        new()
        {
            ["id"] = "00000000000000000000000000000000",
            ["name"] = name,
            ["created_at"] = TimeProvider.System.GetUtcNow().AddHours(-5),
            ["error"] = new JsonObject { ["code"] = "file", ["message"] = message },
            ["can_replay"] = true,
        };
}
