namespace GroundedDocs.Adapters.Pdf;

/// <summary>The crop box of a page as it is shown, in points (1/72 inch), rotation applied.</summary>
internal readonly record struct PdfPageSize(double Width, double Height);
