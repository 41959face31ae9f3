using System.Diagnostics;
using System.Globalization;

namespace GroundedDocs.Tests.App.Api;

/// <summary>What this process holds on to.</summary>
/// <param name="ManagedBytes">Objects that are still reachable.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">Threads.</param>
internal sealed record Footprint(long ManagedBytes, int Handles, int Threads)
{
    /// <summary>Measures after everything that nobody holds is collected.</summary>
    public static Footprint Measure()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return new Footprint(GC.GetTotalMemory(forceFullCollection: true), process.HandleCount, process.Threads.Count);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ManagedBytes / 1e6:0.0} MB, {Handles} handles, {Threads} threads");
}
