namespace GroundedDocs.Pipeline.Assembly;

/// <summary>Which metadata the response carries beside the values.</summary>
/// <param name="Grounding">Send boxes and evidence.</param>
/// <param name="Confidence">Send the confidence bands.</param>
/// <param name="LegacyBox">Add <c>bbox</c> and <c>bbox_content</c> at the metadata level.</param>
public sealed record ResponseOptions(bool Grounding = true, bool Confidence = true, bool LegacyBox = false);
