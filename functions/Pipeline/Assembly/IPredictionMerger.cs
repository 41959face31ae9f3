using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>Joins the windows' predictions into one for the whole document.</summary>
public interface IPredictionMerger
{
    /// <summary>Document-level fields are chosen over windows by evidence; arrays are joined in page order.</summary>
    Prediction Merge(IReadOnlyList<WindowPrediction> windows, DocumentSchema schema, DocumentLayout layout);
}
