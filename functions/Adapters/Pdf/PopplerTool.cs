using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Starts one of poppler's programs with a limit on its memory. It ends with the reader that started it.</summary>
internal static partial class PopplerTool
{
    private const int AddressSpace = 9;
    private static readonly ConcurrentDictionary<int, Process> Running = new();

    /// <summary>Whether the programs are here at all: a host without containers has none.</summary>
    public static bool IsInstalled { get; } = IsOn(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Whether a search path, folders parted as the system does it, leads to the program that draws.</summary>
    public static bool IsOn(string? searchPath) =>
        (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, "pdftoppm")));

    /// <summary>Starts a program whose output is read through pipes.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, long memoryBytes)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        if (OperatingSystem.IsLinux())
        {
            var limit = new ResourceLimit(memoryBytes, memoryBytes);
            // Fails only when the program has ended already.
            _ = LimitProcess(process.Id, AddressSpace, in limit, IntPtr.Zero);
        }

        Running[process.Id] = process;
        return process;
    }

    /// <summary>Ends a program, and forgets it.</summary>
    public static void End(Process process)
    {
        Running.TryRemove(process.Id, out _);
        process.Kill();
        process.Dispose();
    }

    /// <summary>Ends every program that still runs.</summary>
    public static void EndAll()
    {
        foreach (var process in Running.Values)
        {
            process.Kill();
        }
    }

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int LimitProcess(int processId, int resource, in ResourceLimit limit, IntPtr previous);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(long Soft, long Hard);
}
