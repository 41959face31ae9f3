using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>What is left of a text layer after it was compared with the picture.</summary>
/// <param name="Words">Words that may be trusted.</param>
/// <param name="IsRejected">Whether the layer as a whole contradicts the picture, so that nothing of its text is left.</param>
internal sealed record SoundText(IReadOnlyList<Word> Words, bool IsRejected);
