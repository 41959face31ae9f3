using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>Says which domain a document belongs to.</summary>
public interface IDocumentClassifier
{
    /// <summary>The best fitting of <paramref name="domains"/>; <c>document.form</c> when none fits better.</summary>
    Domain Classify(DocumentLayout layout, IReadOnlyList<Domain> domains);
}
