using System.Diagnostics;
using System.Globalization;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>
/// One child process that opens untrusted files. It is watched while it works and killed, with everything it started,
/// when it takes too long or too much memory. Used by one caller at a time.
/// </summary>
internal sealed class ReaderProcess : IDisposable
{
    private readonly Process process;
    private readonly FrameChannel channel;
    private readonly SandboxOptions options;
    private readonly TimeProvider time;
    private ReaderEndReason endReason = ReaderEndReason.Crashed;

    private ReaderProcess(Process process, SandboxOptions options, TimeProvider time)
    {
        this.process = process;
        this.options = options;
        this.time = time;
        channel = new FrameChannel(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
    }

    /// <summary>How many requests it was sent.</summary>
    public int RequestCount { get; private set; }

    /// <summary>Its process id.</summary>
    public int ProcessId => process.Id;

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>Starts a reader; it prepares itself while nobody waits.</summary>
    public static ReaderProcess Start(SandboxOptions options, TimeProvider time)
    {
        var start = new ProcessStartInfo(options.ExecutablePath, [SandboxOptions.ReaderVerb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // A small collector that gives memory back, and a heap that cannot grow over the limit even between two looks.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = (options.MemoryBytes * 3 / 4).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["VIPS_CONCURRENCY"] = "1";
        var child = Process.Start(start) ?? throw new InvalidOperationException("The reader did not start.");
        // Parsers complain here, quoting documents: it is drained, so that they cannot block, and thrown away.
        child.BeginErrorReadLine();
        return new ReaderProcess(child, options, time);
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="ReaderEndedException">The reader is gone.</exception>
    public async Task SendAsync(ReaderRequest request, CancellationToken cancellationToken)
    {
        RequestCount++;
        try
        {
            await channel.WriteAsync(request, SandboxJson.Default.ReaderRequest, ReadOnlyMemory<byte>.Empty, cancellationToken);
        }
        catch (IOException)
        {
            throw new ReaderEndedException(endReason);
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="ReaderEndedException">The reader crashed, or was killed for taking too long or too much memory.</exception>
    public async Task<(ReaderReply Reply, byte[] Payload)> ReceiveAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(timeout, answered.Token);
        try
        {
            return await channel.ReadAsync(SandboxJson.Default.ReaderReply, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            Kill();
            throw new ReaderEndedException(endReason);
        }
        finally
        {
            await answered.CancelAsync();
            await watch;
        }
    }

    /// <summary>Ends the process and everything it started.</summary>
    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private async Task WatchAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(options.WatchInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (Broken(start, timeout) is { } reason)
                {
                    endReason = reason;
                    Kill();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The answer came.
        }
    }

    private ReaderEndReason? Broken(long start, TimeSpan timeout)
    {
        if (time.GetElapsedTime(start) > timeout)
        {
            return ReaderEndReason.TimedOut;
        }

        process.Refresh();
        return !process.HasExited && process.WorkingSet64 > options.MemoryBytes ? ReaderEndReason.OutOfMemory : null;
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }
}
