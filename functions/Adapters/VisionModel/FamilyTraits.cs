namespace GroundedDocs.Adapters.VisionModel;

/// <summary>What a model family expects and gives.</summary>
/// <param name="Space">The coordinates of its boxes.</param>
/// <param name="SizeFactor">
/// Picture sides that are a multiple of this many pixels (patch size × merge size in the family's own preprocessing) reach the
/// model unscaled; 1 where it does not matter.
/// </param>
public sealed record FamilyTraits(BoxSpace Space, int SizeFactor)
{
    /// <summary>The traits of a family.</summary>
    public static FamilyTraits Of(ModelFamily family) =>
        family switch
        {
            ModelFamily.Qwen2Vl => new(BoxSpace.Thousandths, 28),
            ModelFamily.Qwen25Vl => new(BoxSpace.SentPixels, 28),
            ModelFamily.Qwen3Vl => new(BoxSpace.Thousandths, 32),
            _ => new(BoxSpace.None, 1),
        };
}
