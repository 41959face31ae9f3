using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Runs <see cref="GroundingSpeed"/> in this process.</summary>
internal static class SpeedRun
{
    public static int Run()
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkRunner.Run<GroundingSpeed>(ManualConfig.Create(DefaultConfig.Instance).AddJob(job));
        return 0;
    }
}
