using System.Collections.Concurrent;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>
/// Keeps a few reader processes alive. A caller rents one for the time of one file; a reader that died or has served its
/// number of files is replaced, so that a started one is ready for the next file.
/// </summary>
public sealed class ReaderPool(SandboxOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.PoolSize);
    private readonly ConcurrentStack<ReaderProcess> idle = new();
    private volatile bool isDisposed;

    /// <summary>What readers may use.</summary>
    internal SandboxOptions Options => options;

    /// <summary>Starts one reader ahead of the first file.</summary>
    public void Warm()
    {
        if (idle.IsEmpty)
        {
            Keep(ReaderProcess.Start(options, time));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryPop(out var reader))
        {
            reader.Dispose();
        }

        places.Dispose();
    }

    /// <summary>Waits for a free place and gives a living reader.</summary>
    internal async Task<ReaderProcess> RentAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return TakeIdle() ?? ReaderProcess.Start(options, time);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Takes a reader back: kept when it finished its request, else replaced.</summary>
    internal void Return(ReaderProcess reader, bool isFinished)
    {
        if (isFinished && reader.IsAlive && reader.RequestCount < options.FilesPerReader)
        {
            Keep(reader);
        }
        else
        {
            reader.Dispose();
            Warm();
        }

        if (!isDisposed)
        {
            places.Release();
        }
    }

    private ReaderProcess? TakeIdle()
    {
        while (idle.TryPop(out var reader))
        {
            if (reader.IsAlive)
            {
                return reader;
            }

            reader.Dispose();
        }

        return null;
    }

    private void Keep(ReaderProcess reader)
    {
        idle.Push(reader);
        // Whoever disposes the pool sets the mark first: either it finds this reader, or we do.
        if (isDisposed && idle.TryPop(out var left))
        {
            left.Dispose();
        }
    }
}
