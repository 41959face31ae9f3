using System.Collections.Concurrent;
using System.Globalization;
using Xunit;

namespace GroundedDocs.Tests.Simulation;

/// <summary>
/// The real orchestration under ten thousand seeds of trouble. A seed that fails is replayed with
/// <c>GROUNDEDDOCS_SEED=n dotnet run --project tests -- -class "*SimulationTests"</c>.
/// </summary>
public sealed class SimulationTests : IDisposable
{
    private const int DefaultSeeds = 10_000;
    private const int MaxPages = 5;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(true);

    [Fact]
    public void Orchestration_UnderAnySeed_LosesNothingAndDoesNothingTwice()
    {
        var documents = Documents();
        var failures = new ConcurrentBag<string>();
        var (first, count) = Seeds();
        Parallel.For(
            first,
            first + count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (seed, loop) =>
            {
                if (Try(seed, documents) is { } failure)
                {
                    failures.Add(
                        $"seed {seed}: {failure}\nreplay: GROUNDEDDOCS_SEED={seed} dotnet run --project tests -- -class \"*SimulationTests\""
                    );
                    loop.Stop();
                }
            }
        );

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    [Fact]
    public void Orchestration_UnderTheSameSeed_LeavesTheSameTrace()
    {
        var documents = Documents();
        for (var seed = 0; seed < 100; seed++)
        {
            Assert.Equal(Trace(seed, documents), Trace(seed, documents));
        }
    }

    private static string? Try(int seed, IReadOnlyList<string> documents)
    {
        try
        {
            var simulation = new Simulation(seed, documents);
            simulation.Run();
            Invariants.Check(simulation);
            return null;
        }
        catch (Exception failure)
        {
            return failure.ToString();
        }
    }

    private static ulong Trace(int seed, IReadOnlyList<string> documents)
    {
        var simulation = new Simulation(seed, documents);
        simulation.Run();
        return simulation.World.TraceHash;
    }

    private static (int First, int Count) Seeds() =>
        Environment.GetEnvironmentVariable("GROUNDEDDOCS_SEED") is { Length: > 0 } seed
            ? (int.Parse(seed, CultureInfo.InvariantCulture), 1)
            : (
                0,
                Environment.GetEnvironmentVariable("GROUNDEDDOCS_SEEDS") is { Length: > 0 } seeds
                    ? int.Parse(seeds, CultureInfo.InvariantCulture)
                    : DefaultSeeds
            );

    private string[] Documents() =>
        [
            .. Enumerable
                .Range(1, MaxPages)
                .Select(pages =>
                {
                    var path = Path.Combine(folder.FullName, $"{pages}.txt");
                    File.WriteAllText(path, $"{pages}\n");
                    return path;
                }),
        ];
}
