using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Assembly;

/// <inheritdoc cref="IPredictionMerger"/>
public sealed class PredictionMerger : IPredictionMerger
{
    // An extractor that does not say how sure it is counts as this sure.
    private const double UnknownProbability = 0.5;

    // Windows that agree on a value are worth this much more than one window alone, each.
    private const double AgreementBonus = 0.05;

    /// <inheritdoc/>
    public Prediction Merge(IReadOnlyList<WindowPrediction> windows, DocumentSchema schema, DocumentLayout layout)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(schema);
        var ordered = windows.OrderBy(w => w.FirstPageNumber).ToList();
        var scalars = ordered.SelectMany(w => w.Prediction.Fields).Where(f => DepthOfElement(f) == 0);
        var fields = scalars.GroupBy(f => f.Path).Select(Choose).ToList();
        foreach (var (array, depth) in Arrays(schema.Root, 0))
        {
            fields.AddRange(RowJoiner.Join(Rows(ordered, array.Path, depth), array.Schema));
        }

        return new Prediction(fields, Provenance(ordered, schema))
        {
            Usage = ordered.Aggregate(default(ModelUsage), (sum, w) => sum + w.Prediction.Usage),
        };
    }

    // The value that most, and the surest, windows give; the earlier page where they are equal.
    private static PredictedField Choose(IEnumerable<PredictedField> claims)
    {
        var given = claims.Where(c => !c.Value.IsNull).ToList();
        if (given.Count == 0)
        {
            return claims.First();
        }

        var best = given
            .GroupBy(c => TextFold.Squeeze(c.Value.Text), StringComparer.Ordinal)
            .MaxBy(g => g.Max(c => c.Probability ?? UnknownProbability) + (AgreementBonus * (g.Count() - 1)))!;
        return best.MaxBy(c => c.Probability ?? UnknownProbability)!;
    }

    private static IEnumerable<Row> Rows(List<WindowPrediction> windows, string path, int depth) =>
        windows.SelectMany(
            (window, index) =>
                window
                    .Prediction.Fields.Where(f => DepthOfElement(f) == depth && ArrayOf(f, depth) == path)
                    .GroupBy(f => f.Path.Segments[depth - 1].Index)
                    .OrderBy(g => g.Key)
                    .Select(g => new Row([.. g], index) { Depth = depth })
        );

    private static IEnumerable<((string Path, ArraySchema Schema) Array, int Depth)> Arrays(ObjectSchema node, int depth, string path = "")
    {
        foreach (var property in node.Properties)
        {
            var at = path.Length == 0 ? property.Name : $"{path}\0{property.Name}";
            if (property is ArraySchema array)
            {
                yield return ((at, array), depth + 2);
            }
            else if (property is ObjectSchema inner)
            {
                foreach (var found in Arrays(inner, depth + 1, at))
                {
                    yield return found;
                }
            }
        }
    }

    // The number of segments up to and including the first index; 0 outside arrays.
    private static int DepthOfElement(PredictedField field)
    {
        for (var i = 0; i < field.Path.Segments.Count; i++)
        {
            if (field.Path.Segments[i].IsIndex)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static string ArrayOf(PredictedField field, int depth) =>
        string.Join('\0', field.Path.Segments.Take(depth - 1).Select(s => s.Name));

    private static Provenance Provenance(List<WindowPrediction> windows, DocumentSchema schema)
    {
        var first = windows.Count > 0 ? windows[0].Prediction.Provenance : new Provenance("none", "0", schema.Hash);
        return first with { IsFallback = windows.Exists(w => w.Prediction.Provenance.IsFallback) };
    }
}
