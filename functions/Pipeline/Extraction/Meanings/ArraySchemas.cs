using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>The arrays of a schema.</summary>
internal static class ArraySchemas
{
    /// <summary>Every array outside other arrays, with its path and the schema of its elements.</summary>
    public static IEnumerable<(FieldPath Path, SchemaNode Items)> Of(ObjectSchema root) => Of(root, FieldPath.Root);

    private static IEnumerable<(FieldPath Path, SchemaNode Items)> Of(ObjectSchema node, FieldPath path) =>
        node.Properties.SelectMany(property =>
            property switch
            {
                ArraySchema array => [(path.Property(array.Name), array.Items)],
                ObjectSchema inner => Of(inner, path.Property(inner.Name)),
                _ => Enumerable.Empty<(FieldPath, SchemaNode)>(),
            }
        );
}
