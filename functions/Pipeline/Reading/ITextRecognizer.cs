namespace GroundedDocs.Pipeline.Reading;

/// <summary>Reads text from pixels.</summary>
public interface ITextRecognizer
{
    /// <summary>Finds and reads all lines of a raster. Safe to call from several threads.</summary>
    Task<RecognizedText> RecognizeAsync(Raster raster, CancellationToken cancellationToken);
}
