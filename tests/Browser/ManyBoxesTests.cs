using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>
/// One page with 500 boxes, scrolled and pointed at. What must not happen is counted: boxes made or changed by scrolling, nodes changed by
/// pointing, layouts forced in a frame. The time of frames is printed alone, because a loaded machine is slow without any fault of the page.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ManyBoxesTests(ReviewApp app)
{
    private const int Boxes = 500;

    /// <summary>Scrolls the page up and down over so many frames.</summary>
    private const int Frames = 90;

    private const string Scroll = """
        async (frames) => {
          const stage = document.querySelector(".stage");
          const seen = { changed: 0, long: 0, longest: 0, frames: [] };
          const changes = new MutationObserver((records) => (seen.changed += records.length));
          // The boxes alone: a finer picture may arrive while the page is scrolled.
          for (const boxes of stage.querySelectorAll(".boxes")) changes.observe(boxes, { subtree: true, childList: true, attributes: true });
          const long = new PerformanceObserver((list) => {
            for (const task of list.getEntries()) (seen.long++, (seen.longest = Math.max(seen.longest, task.duration)));
          });
          long.observe({ entryTypes: ["longtask"] });
          const height = stage.scrollHeight - stage.clientHeight;
          let last = await new Promise(requestAnimationFrame);
          for (let i = 1; i <= frames; i++) {
            stage.scrollTop = height * (1 - Math.abs(1 - (2 * i) / frames));
            const now = await new Promise(requestAnimationFrame);
            seen.frames.push(now - last);
            last = now;
          }
          changes.disconnect();
          long.disconnect();
          seen.height = height;
          seen.frames.sort((a, b) => a - b);
          return seen;
        }
        """;

    private const string Point = """
        async () => {
          const seen = { changed: 0 };
          const changes = new MutationObserver((records) => (seen.changed += records.length));
          changes.observe(document.querySelector(".viewer"), { subtree: true, childList: true, attributes: true });
          for (const box of [...document.querySelectorAll(".box")].slice(0, 100)) {
            box.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
          }
          await new Promise(requestAnimationFrame);
          changes.disconnect();
          return seen.changed;
        }
        """;

    [Fact]
    public async Task Page_WithFiveHundredBoxes_ScrollsWithoutWorkForEachBox()
    {
        await using var ann = await app.OpenAsync();
        await ann.ViewAsync(new Paper(1) { LinesPerPage = Boxes });
        Assert.InRange(await ann.Page.Locator(".page[data-page='1'] .box").CountAsync(), Boxes, Boxes + 10);
        for (var i = 0; i < 4; i++)
        {
            await ann.Page.Keyboard.PressAsync("+");
        }

        await ann.Page.Locator(".page.loaded").WaitForAsync();
        var session = await ann.Context.NewCDPSessionAsync(ann.Page);
        await session.SendAsync("Performance.enable");
        var before = await MetricsAsync(session);
        var scrolled = await ann.Page.EvaluateAsync<JsonElement>(Scroll, Frames);
        var after = await MetricsAsync(session);
        var pointed = await ann.Page.EvaluateAsync<int>(Point);

        var layouts = after["LayoutCount"] - before["LayoutCount"];
        var styles = after["RecalcStyleCount"] - before["RecalcStyleCount"];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Frames} frames over {scrolled.GetProperty("height").GetDouble():0} px: median {FrameAt(scrolled, 0.5):0.0} ms, "
                + $"95 % {FrameAt(scrolled, 0.95):0.0} ms, longest {FrameAt(scrolled, 1):0.0} ms; {scrolled.GetProperty("long").GetInt32()} long tasks, "
                + $"longest {scrolled.GetProperty("longest").GetDouble():0} ms; {layouts} layouts, {styles} style passes, "
                + $"script {1000 * (after["ScriptDuration"] - before["ScriptDuration"]):0} ms, layout {1000 * (after["LayoutDuration"] - before["LayoutDuration"]):0} ms; "
                + $"{pointed} changes by pointing at 100 boxes"
        );
        Assert.True(scrolled.GetProperty("height").GetDouble() > 1_000, "The page is too short to be scrolled.");
        Assert.Equal(0, scrolled.GetProperty("changed").GetInt32());
        Assert.InRange(layouts, 0, Frames * 2);
        // A box and a cell are marked, the ones before unmarked.
        Assert.InRange(pointed, 100, 100 * 4);
    }

    private static async Task<Dictionary<string, double>> MetricsAsync(ICDPSession session)
    {
        var answer = await session.SendAsync("Performance.getMetrics");
        return answer!
            .Value.GetProperty("metrics")
            .EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
    }

    private static double FrameAt(JsonElement scrolled, double share)
    {
        var frames = scrolled.GetProperty("frames");
        return frames[(int)Math.Min(frames.GetArrayLength() - 1, share * frames.GetArrayLength())].GetDouble();
    }
}
