using System.Text.Json;

namespace GroundedDocs.App.Cli.Demo;

/// <summary>Says how far the app has come with each sample, by asking it.</summary>
/// <param name="app">The running app.</param>
/// <param name="output">Where progress is told.</param>
internal sealed class DemoProgress(HttpClient app, TextWriter output)
{
    private static readonly string[] Steps = ["split", "read", "plan", "extract", "ground", "publish"];
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    /// <summary>Tells what has changed since the last call.</summary>
    public async Task TellAsync(IReadOnlyCollection<DemoSample> samples, CancellationToken cancellationToken)
    {
        var jobs = await app.GetFromJsonAsync<JsonElement>("admin/jobs", cancellationToken);
        foreach (var job in jobs.EnumerateArray())
        {
            var id = job.GetProperty("id").GetString()!;
            var shown = await app.GetFromJsonAsync<JsonElement>($"admin/jobs/{Uri.EscapeDataString(id)}", cancellationToken);
            var results = shown.GetProperty("submissions").EnumerateArray().Select(each => each.GetProperty("result").GetString());
            if (samples.FirstOrDefault(sample => results.Any(result => result == sample.InboxPath)) is { } sample)
            {
                Tell(sample.Name, Describe(shown.GetProperty("steps")));
            }
        }
    }

    private void Tell(string name, string state)
    {
        if (told.GetValueOrDefault(name) != state)
        {
            told[name] = state;
            output.WriteLine($"  {name, -24}{state}");
        }
    }

    private static string Describe(JsonElement steps)
    {
        var byName = steps
            .EnumerateArray()
            .ToLookup(step => step.GetProperty("step").GetString(), step => step.GetProperty("state").GetString());
        return string.Join(
            "  ",
            Steps
                .Where(step => byName[step].Any())
                .Select(step => $"{step} {byName[step].Count(state => state == "done")}/{byName[step].Count()}")
        );
    }
}
