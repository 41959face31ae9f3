namespace GroundedDocs.Orchestration.Work;

/// <summary>What a step made.</summary>
/// <param name="Result">Its result, to be written once; null for steps whose effects are elsewhere.</param>
/// <param name="Count">How many parts it promises: pages, windows.</param>
internal sealed record StepProduct(ReadOnlyMemory<byte>? Result, int Count = 0)
{
    /// <summary>A step whose effects are elsewhere.</summary>
    public static StepProduct None { get; } = new((ReadOnlyMemory<byte>?)null);
}
