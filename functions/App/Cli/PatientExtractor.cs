using System.Collections.Concurrent;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.App.Cli;

/// <summary>Tells whoever sits at the terminal why nothing happens: a server that starts may be waited for many minutes.</summary>
internal sealed class PatientExtractor(IExtractor extractor, TextWriter progress) : IExtractor
{
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    public int MaxWindowPages => extractor.MaxWindowPages;

    public async Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        var extracted = await extractor.ExtractAsync(window, schema, cancellationToken);
        if (extracted.Failure is { IsTransient: true } failure && told.TryAdd(failure.Code, true))
        {
            await progress.WriteLineAsync($"{failure.Message} Trying again; Ctrl-C ends the wait.");
        }

        return extracted;
    }
}
