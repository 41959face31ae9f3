using System.Text.Json.Nodes;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>
/// Writes a grounded document in the public shape: values in the schema's order, then, in the same object, the metadata of
/// its scalar fields in the same order. Objects and arrays of objects carry their metadata inside; an array of scalars has
/// an array of metadata, element by element.
/// </summary>
public static class ResponseWriter
{
    private const string MetadataSuffix = "_metadata";

    /// <summary>Writes response and evidence. Pure: nothing is looked up elsewhere.</summary>
    public static ResponseBody Write(GroundedDocument document, DocumentSchema schema, ResponseOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        var response = WriteObject(schema.Root, FieldPath.Root, new FieldIndex(document), options);
        return new ResponseBody(response, options.Grounding ? EvidenceWriter.Write(document) : null);
    }

    private static JsonObject WriteObject(ObjectSchema schema, FieldPath path, FieldIndex fields, ResponseOptions options)
    {
        var written = new JsonObject();
        foreach (var property in schema.Properties)
        {
            written[property.Name] = WriteValue(property, path.Property(property.Name), fields, options);
        }

        if (options.Grounding || options.Confidence)
        {
            foreach (var property in schema.Properties.Where(IsScalarOrList))
            {
                written[property.Name + MetadataSuffix] = WriteMetadata(property, path.Property(property.Name), fields, options);
            }
        }

        return written;
    }

    private static JsonNode? WriteValue(SchemaNode node, FieldPath path, FieldIndex fields, ResponseOptions options) =>
        node switch
        {
            // An object of nulls would break a schema whose inner fields must not be null; null satisfies it.
            ObjectSchema inner => inner.IsNullable && !fields.HasValueBelow(path) ? null : WriteObject(inner, path, fields, options),
            ArraySchema list => Elements(list, path, fields, (item, at) => WriteValue(item, at, fields, options)),
            _ => fields.At(path)?.Value.ToJsonNode(),
        };

    private static JsonNode? WriteMetadata(SchemaNode node, FieldPath path, FieldIndex fields, ResponseOptions options) =>
        node is ArraySchema list
            ? Elements(list, path, fields, (item, at) => WriteMetadata(item, at, fields, options))
            : MetadataWriter.Write(fields.At(path), options);

    private static JsonArray Elements(ArraySchema list, FieldPath path, FieldIndex fields, Func<SchemaNode, FieldPath, JsonNode?> write) =>
        new([.. Enumerable.Range(0, fields.ElementCount(path)).Select(index => write(list.Items, path.Element(index)))]);

    private static bool IsScalarOrList(SchemaNode node) => node is ScalarSchema || (node is ArraySchema list && IsScalarOrList(list.Items));
}
