using SkiaSharp;

namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>The font files behind <see cref="Face"/>: Debian's package fonts-liberation, the same for PDF pages and pictures.</summary>
public static class FontFiles
{
    private static readonly string[] Folders = ["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2"];

    private static readonly Dictionary<Face, SKTypeface> Typefaces = Enum.GetValues<Face>()
        .ToDictionary(face => face, face => SKTypeface.FromFile(PathOf(face)));

    /// <summary>The typeface for drawing and measuring with Skia.</summary>
    public static SKTypeface TypefaceOf(Face face) => Typefaces[face];

    /// <summary>Where the TrueType file lies; <see cref="FileNotFoundException"/> when the package is not installed.</summary>
    public static string PathOf(Face face)
    {
        var name = face switch
        {
            Face.Sans => "LiberationSans-Regular.ttf",
            Face.SansBold => "LiberationSans-Bold.ttf",
            Face.Serif => "LiberationSerif-Regular.ttf",
            Face.SerifBold => "LiberationSerif-Bold.ttf",
            Face.Mono => "LiberationMono-Regular.ttf",
            _ => "LiberationMono-Bold.ttf",
        };
        return Array.Find([.. Folders.Select(folder => Path.Combine(folder, name))], File.Exists)
            ?? throw new FileNotFoundException(
                $"The font {name} is not installed; run infra/tools/setup debian, which installs the package fonts-liberation."
            );
    }
}
