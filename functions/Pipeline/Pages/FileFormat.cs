namespace GroundedDocs.Pipeline.Pages;

/// <summary>What a file is, judged by its first bytes and never by its name.</summary>
public enum FileFormat
{
    /// <summary>Nothing we open.</summary>
    Unknown,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>JPEG, baseline or progressive.</summary>
    Jpeg,

    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>TIFF or BigTIFF, one page or many.</summary>
    Tiff,

    /// <summary>WebP; of an animation the first frame.</summary>
    Webp,

    /// <summary>GIF; of an animation the first frame.</summary>
    Gif,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>Several pictures in one file, as this product joins them.</summary>
    Bundle,
}
