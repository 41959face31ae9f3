using GroundedDocs.Adapters.Storage;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Pipeline.Reading;
using SkiaSharp;

namespace GroundedDocs.App.Composition;

/// <summary>After the app listens: prepares storage and reads an empty page, which loads the models. Repeats what fails.</summary>
internal sealed class Warmup(StorageAccount account, IPageReader reader, Readiness readiness, TimeProvider time, ILogger<Warmup> logger)
    : BackgroundService
{
    private const int PagePixels = 64;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await RepeatAsync(PrepareStorageAsync, stoppingToken);
        readiness.SetStorageReady();
        await RepeatAsync(LoadModelsAsync, stoppingToken);
        readiness.AreModelsLoaded = true;
        WarmupLog.Ready(logger);
    }

    private async Task RepeatAsync(Func<CancellationToken, Task<bool>> prepare, CancellationToken stopping)
    {
        while (!await TryAsync(prepare, stopping))
        {
            await Task.Delay(Pause, time, stopping);
        }
    }

    /// <summary>Whatever is wrong (rights that are yet to be granted, a broken model file) may be put right while the app serves.</summary>
    private async Task<bool> TryAsync(Func<CancellationToken, Task<bool>> prepare, CancellationToken stopping)
    {
        try
        {
            return await prepare(stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            WarmupLog.NotReady(logger, error);
            return false;
        }
    }

    private async Task<bool> PrepareStorageAsync(CancellationToken stopping)
    {
        try
        {
            await account.CreateAllAsync(stopping);
            return true;
        }
        catch (StorageUnavailableException error)
        {
            WarmupLog.NoStorage(logger, error);
            return false;
        }
    }

    private async Task<bool> LoadModelsAsync(CancellationToken stopping)
    {
        using var bitmap = new SKBitmap(PagePixels, PagePixels);
        bitmap.Erase(SKColors.White);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        var page = new PageImage(1, new PixelSize(PagePixels, PagePixels), 72, jpeg.ToArray());
        var read = await reader.ReadAsync(page, TextLayer.Empty, stopping);
        if (read.Failure is { } failure)
        {
            WarmupLog.NoModels(logger, failure.Code);
        }

        return read.Failure is null;
    }
}
