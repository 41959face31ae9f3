using System.Globalization;

namespace GroundedDocs.App.Composition;

/// <summary>
/// Ends the app when the Functions host that started it is gone: a host that is killed on a laptop leaves its handler behind without a
/// signal, and an orphan would keep its port and its memory for ever. What it was working on is delivered again.
/// </summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ParentWatch> logger) : BackgroundService
{
    private const string StatusFile = "/proc/self/stat";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>The parent's process id out of the line of a status file; null where there is none.</summary>
    public static int? ParentOf(string status)
    {
        // The second field is the program's name in brackets and may hold anything; state and parent follow it.
        var fields = status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent)
            ? parent
            : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux() || Parent() is not { } parent)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Parent() != parent)
            {
                WarmupLog.Orphaned(logger);
                lifetime.StopApplication();
                return;
            }
        }
    }

    private static int? Parent() => File.Exists(StatusFile) ? ParentOf(File.ReadAllText(StatusFile)) : null;
}
