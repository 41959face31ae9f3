using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.App.Review.Documents;

/// <summary>Finds what a schema says about a field.</summary>
internal static class SchemaFields
{
    /// <summary>The scalar at a path, or null when there is none.</summary>
    public static ScalarSchema? Find(DocumentSchema schema, FieldPath path)
    {
        SchemaNode? node = schema.Root;
        foreach (var segment in path.Segments)
        {
            node = node switch
            {
                ObjectSchema inner when !segment.IsIndex => inner.Properties.FirstOrDefault(property => property.Name == segment.Name),
                ArraySchema list when segment.IsIndex => list.Items,
                _ => null,
            };
        }

        return node as ScalarSchema;
    }
}
