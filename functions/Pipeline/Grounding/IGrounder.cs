using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Grounding;

/// <summary>Finds for every predicted value the words of the document that print it.</summary>
public interface IGrounder
{
    /// <summary>Grounds all fields of a prediction at once over the whole document. Pure: equal input, equal outcome.</summary>
    GroundingOutcome Ground(DocumentLayout layout, DocumentSchema schema, Prediction prediction);
}
