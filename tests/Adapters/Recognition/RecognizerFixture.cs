using GroundedDocs.Adapters.Recognition;

namespace GroundedDocs.Tests.Adapters.Recognition;

/// <summary>One loaded recogniser for all tests of a class.</summary>
public sealed class RecognizerFixture : IDisposable
{
    public PaddleTextRecognizer Recognizer { get; } = new(new RecognitionOptions { Workers = 2 });

    public void Dispose() => Recognizer.Dispose();
}
