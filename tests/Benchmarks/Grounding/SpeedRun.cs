using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Runs <see cref="GroundingSpeed"/> in this process.</summary>
internal static class SpeedRun
{
    /// <summary>Runs, and writes the table into the results file.</summary>
    public static int Run(string resultsFile)
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        // Its own reports would lie in the folder that it was started in.
        var reports = Directory.CreateTempSubdirectory("grounding-speed").FullName;
        var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).WithArtifactsPath(reports);
        var summary = BenchmarkRunner.Run<GroundingSpeed>(config);
        var report = Directory.GetFiles(summary.ResultsDirectoryPath, $"*{nameof(GroundingSpeed)}-report-github.md").Single();
        var table = File.ReadLines(report).Where(line => line.StartsWith('|'));
        ResultsFile.Replace(resultsFile, "grounding-speed", string.Join('\n', table));
        Directory.Delete(reports, recursive: true);
        return 0;
    }
}
