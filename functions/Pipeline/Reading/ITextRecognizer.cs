using GroundedDocs.Documents;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Reads text from pixels.</summary>
public interface ITextRecognizer
{
    /// <summary>
    /// Finds and reads all lines of a raster of any size; a blank one has none. Safe to call from several threads.
    /// Fails when the recogniser could not be started (its models are missing or damaged).
    /// </summary>
    Task<Result<RecognizedText>> RecognizeAsync(Raster raster, CancellationToken cancellationToken);
}
