using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

/// <summary>Extracts typeset pages with the embedded extractor.</summary>
internal static class ExtractionOf
{
    /// <summary>The values by path.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Values(string schema, params TypesetPage[] pages) =>
        (await Fields(schema, pages)).ToDictionary(f => f.Path.ToString(), f => f.Value.ToString(), StringComparer.Ordinal);

    /// <summary>The fields with all that is said about them.</summary>
    public static async Task<IReadOnlyList<PredictedField>> Fields(string schema, params TypesetPage[] pages)
    {
        IReadOnlyList<PageLayout> layouts = [.. pages.Select(p => p.ToLayout())];
        var window = new ExtractionWindow(layouts, []);
        var result = await new EmbeddedExtractor().ExtractAsync(
            window,
            SchemaParser.Parse(schema).Value,
            TestContext.Current.CancellationToken
        );
        return result.Value.Fields;
    }
}
