using System.Collections.Concurrent;
using GroundedDocs.Adapters.Recognition.Detection;
using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Documents;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition;

/// <summary>
/// Text recognition with PP-OCRv4 (https://github.com/PaddlePaddle/PaddleOCR) in ONNX Runtime, in process. Loading
/// starts with the first use or with <see cref="StartLoading"/>; a failure to load is answered to every call.
/// </summary>
public sealed class PaddleTextRecognizer : ITextRecognizer, IDisposable
{
    private readonly RecognitionOptions options;
    private readonly Lazy<Task<Result<RecognitionModels>>> loading;
    private readonly SemaphoreSlim workers;

    /// <summary>Makes a recogniser; nothing is loaded yet.</summary>
    public PaddleTextRecognizer(RecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Workers, RecognitionLimits.MaxWorkers, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThreadsPerWorker, 1, nameof(options));
        this.options = options;
        loading = new(() => Task.Run(() => RecognitionModels.Load(options)));
        workers = new SemaphoreSlim(options.Workers);
    }

    /// <summary>Whether the models are loaded and usable.</summary>
    public bool IsReady => loading is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result.Failure: null } };

    /// <summary>Loads the models unless that has begun; completes with the reason when they cannot be used, with null when they can.</summary>
    public async Task<Failure?> StartLoading() => (await loading.Value).Failure;

    /// <inheritdoc />
    public async Task<Result<RecognizedText>> RecognizeAsync(Raster raster, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(raster);
        if (raster.Rgb.Length != raster.Size.PixelCount * 3)
        {
            throw new ArgumentException("A raster has three bytes a pixel and no padding.", nameof(raster));
        }

        if (!(await loading.Value.WaitAsync(cancellationToken)).TryGet(out var models, out var failure))
        {
            return failure;
        }

        return Math.Min(raster.Size.Width, raster.Size.Height) < RecognitionLimits.MinLegiblePixels
            ? new RecognizedText([], 0, 0)
            : await ReadAsync(new PageRecognition(models, new DetectionOptions()), raster, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (loading is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && loading.Value.Result.TryGet(out var models, out _))
        {
            models.Dispose();
        }

        workers.Dispose();
    }

    private async Task<Result<RecognizedText>> ReadAsync(PageRecognition recognition, Raster raster, CancellationToken cancellationToken)
    {
        var page = await WorkAsync(() => recognition.Locate(raster), cancellationToken);
        var lines = new ConcurrentBag<RecognizedLine>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            page.Regions,
            parallel,
            async (region, stop) =>
            {
                if (await WorkAsync(() => recognition.Read(page, region), stop) is { } line)
                {
                    lines.Add(line);
                }
            }
        );
        var skew = Skew.Of(page.Regions.Select(region => region.Box)) * 180 / Math.PI;
        return new RecognizedText([.. lines], page.RotationDegrees, skew);
    }

    /// <summary>Waits for a free worker, so that all pages together keep to the configured number.</summary>
    private async Task<T> WorkAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await workers.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            workers.Release();
        }
    }
}
