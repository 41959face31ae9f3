using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Adapters.VisionModel.Requests;

/// <summary>Cuts wide schemas into groups of fields that are asked for separately, because models lose fields in long lists.</summary>
public static class SchemaGroups
{
    /// <summary>
    /// The same fields in groups of at most <paramref name="maxFields"/> scalars, in the schema's order. Arrays stay whole, so that a
    /// row's cells are read together; objects are cut where they alone exceed the size, each part keeping the object's name.
    /// </summary>
    public static IReadOnlyList<ObjectSchema> Split(ObjectSchema schema, int maxFields)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var groups = new List<ObjectSchema>();
        var open = new List<SchemaNode>();
        var count = 0;
        foreach (var part in schema.Properties.SelectMany(property => Parts(property, maxFields)))
        {
            var fields = CountFields(part);
            // Two parts of one object must not share a group: an answer cannot hold a name twice.
            if (open.Count > 0 && (count + fields > maxFields || open.Exists(node => node.Name == part.Name)))
            {
                groups.Add(schema with { Properties = [.. open] });
                open.Clear();
                count = 0;
            }

            open.Add(part);
            count += fields;
        }

        if (open.Count > 0)
        {
            groups.Add(schema with { Properties = [.. open] });
        }

        return groups;
    }

    /// <summary>How many scalars a node asks for, an array's element counted once.</summary>
    public static int CountFields(SchemaNode node) =>
        node switch
        {
            ObjectSchema nested => nested.Properties.Sum(CountFields),
            ArraySchema array => CountFields(array.Items),
            _ => 1,
        };

    private static IEnumerable<SchemaNode> Parts(SchemaNode node, int maxFields) =>
        node is ObjectSchema wide && CountFields(wide) > maxFields ? Split(wide, maxFields) : [node];
}
