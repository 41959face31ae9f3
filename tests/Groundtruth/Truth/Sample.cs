using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Groundtruth.Rendering;

namespace GroundedDocs.Groundtruth.Truth;

/// <summary>A finished document with everything that is known about it: a line of <c>docs.jsonl</c>.</summary>
public sealed record Sample(
    string Id,
    string File,
    string Domain,
    int Pages,
    [property: JsonPropertyName("page_sizes")] IReadOnlyList<IReadOnlyList<double>> PageSizes,
    IReadOnlyList<TruthField> Fields,
    IReadOnlyList<TruthWord> Words,
    [property: JsonIgnore] byte[] Content
)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Measures the truth of a draft on the pages that it became.</summary>
    public static Sample Of(string id, string extension, string domain, Draft draft, IReadOnlyList<FinishedPage> pages, byte[] content)
    {
        var inkings = pages.Select((page, i) => new Inking(i + 1, draft.Sheets[i], page.ToPixels, page.Size)).ToArray();
        var places = inkings.SelectMany(inking => inking.Fields()).ToLookup(place => place.Run.Field);
        var fields = draft.Fields.Select(field =>
        {
            var repeats = places[field.Key]
                .Where(place => place.Run.IsRepeat)
                .Select(place => (IReadOnlyList<TruthBox>)[place.Box])
                .ToArray();
            return new TruthField(
                field.Key,
                field.Value,
                [.. places[field.Key].Where(place => !place.Run.IsRepeat).Select(place => place.Box)],
                repeats.Length > 0 ? repeats : null
            );
        });
        return new Sample(
            id,
            $"{id}.{extension}",
            domain,
            pages.Count,
            [.. pages.Select(page => (IReadOnlyList<double>)[page.Size.Width, page.Size.Height])],
            [.. fields],
            [.. inkings.SelectMany(inking => inking.Words())],
            content
        );
    }

    /// <summary>The line of <c>docs.jsonl</c>, without its line end.</summary>
    public string ToJsonLine() => JsonSerializer.Serialize(this, Written);
}
