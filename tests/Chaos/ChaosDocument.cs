using System.Globalization;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Local;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Chaos;

/// <summary>A document of 1 to 40 pages that no other is equal to.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="Pages">Its length.</param>
internal sealed record ChaosDocument(int Number, int Pages)
{
    private const int MaxPages = 40;

    /// <summary>Half of the documents are dropped; the others are handed in with a webhook.</summary>
    public bool IsDropped => Number % 2 == 0;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{FakeStages.Domain.Name}/document {Number:D5}");

    public string Id => Number.ToString("x32", CultureInfo.InvariantCulture);

    public string Content => string.Create(CultureInfo.InvariantCulture, $"{Pages}\n{Number}\n");

    public static ChaosDocument[] Make(int count, Random chance) =>
        [.. Enumerable.Range(0, count).Select(number => new ChaosDocument(number, chance.Next(1, MaxPages + 1)))];

    /// <summary>Writes the document to a folder.</summary>
    public string WriteTo(string folder)
    {
        var path = Path.Combine(folder, Id);
        File.WriteAllText(path, Content);
        return path;
    }

    /// <summary>What becomes of it when nobody disturbs the work.</summary>
    public async Task<JsonNode> UndisturbedAsync(string path)
    {
        using var run = new LocalRun(new FakeStages().Stages, 1, new Limits(), TimeProvider.System, new SystemRandomness());
        var result = await run.RunAsync(new SourceDocument(Name, path), new RunRequest { Domain = FakeStages.Domain.Name }, default);
        return result.Value.Prediction;
    }
}
