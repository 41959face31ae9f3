namespace GroundedDocs.Adapters.VisionModel;

/// <summary>The coordinates in which a model family gives boxes, always left, top, right, bottom from the picture's top left.</summary>
public enum BoxSpace
{
    /// <summary>The family gives no boxes.</summary>
    None,

    /// <summary>0 to 1000 of the picture's width and height.</summary>
    Thousandths,

    /// <summary>Pixels of the picture as it was sent.</summary>
    SentPixels,
}
