namespace GroundedDocs.App.Review.Serving;

/// <summary>Limits of the review page, with their reasons.</summary>
internal static class ReviewLimits
{
    /// <summary>Bytes of the parts of an upload beside the file: the longest schema with room for names.</summary>
    public const int FormFieldBytes = 600 * 1024;

    /// <summary>Widest picture of a page in pixels: what 400 % of a common window needs; beyond it eyes see no more.</summary>
    public const int PictureWidth = 2_400;

    /// <summary>Narrowest picture of a page in pixels.</summary>
    public const int LeastPictureWidth = 60;

    /// <summary>Bytes of a request that is JSON: a value of the greatest length with its boxes.</summary>
    public const int RequestBytes = 256 * 1024;

    /// <summary>Days that the dashboard looks back at most.</summary>
    public const int DashboardDays = 90;

    /// <summary>Failures that the dashboard names.</summary>
    public const int DashboardFailures = 20;

    /// <summary>Documents of one export: what a browser downloads in minutes.</summary>
    public const int ExportDocuments = 10_000;

    /// <summary>Documents of one export with their files: a gigabyte or so.</summary>
    public const int ExportFiles = 1_000;

    /// <summary>Pages drawn with their boxes into one PDF: what is drawn in a minute or two and held in memory. Longer documents come in parts.</summary>
    public const int OverlayPages = 300;
}
