using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>What to ask again, and how a second answer completes the first. Pure.</summary>
public static class AnswerRepair
{
    /// <summary>The top-level fields that have problems, to be asked for once more.</summary>
    public static ObjectSchema FieldsToAskAgain(ObjectSchema schema, AnswerReading reading)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(reading);
        var names = reading.Problems.Select(problem => problem.Path.Segments[0].Name).ToHashSet(StringComparer.Ordinal);
        return schema with { Properties = [.. schema.Properties.Where(property => names.Contains(property.Name))] };
    }

    /// <summary>
    /// The first answer with its problems filled from the second: a field by the same field (of a list's element only where another
    /// cell proves it the same row), a list that broke off by the rows that follow. What neither answers is null with the reason.
    /// </summary>
    public static IReadOnlyList<PredictedField> Complete(ObjectSchema schema, AnswerReading first, AnswerReading second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var fields = first.Fields.ToList();
        foreach (var problem in first.Problems)
        {
            var found = Answers(problem, first, second);
            fields.AddRange(found);
            if (found.Count == 0 || second.Problems.Any(other => IsWithin(other.Path, problem.Path)))
            {
                Mark(fields, schema, second.Problems.FirstOrDefault(other => IsWithin(other.Path, problem.Path)) ?? problem);
            }
        }

        return fields;
    }

    private static List<PredictedField> Answers(AnswerProblem problem, AnswerReading first, AnswerReading second)
    {
        var found = second.Fields.Where(field => IsWithin(field.Path, problem.Path));
        if (problem.CompleteRows is { } rows)
        {
            return [.. found.Select(field => field with { Path = Shifted(field.Path, problem.Path.Segments.Count, rows) })];
        }

        return RowOf(problem.Path) is { } row && !IsSameRow(row, first, second) ? [] : [.. found];
    }

    private static bool IsSameRow(FieldPath row, AnswerReading first, AnswerReading second) =>
        first
            .Fields.Where(field => IsWithin(field.Path, row))
            .Any(field => second.Fields.Any(other => other.Path.Equals(field.Path) && other.Value == field.Value));

    /// <summary>Notes the reason on the last value of a list that stays short, or on the null fields of what stays missing.</summary>
    private static void Mark(List<PredictedField> fields, ObjectSchema schema, AnswerProblem problem)
    {
        var note = $"The model's answer could not be used in full: {problem.Reason}.";
        var last = fields.FindLastIndex(field => IsWithin(field.Path, problem.Path));
        if (last >= 0)
        {
            fields[last] = fields[last] with { Note = note };
        }
        else if (SchemaAt(schema, problem.Path) is { } node)
        {
            fields.AddRange(Leaves(node, problem.Path).Select(path => new PredictedField(path, ScalarValue.Null) { Note = note }));
        }
    }

    private static SchemaNode? SchemaAt(SchemaNode root, FieldPath path)
    {
        var node = root;
        foreach (var segment in path.Segments)
        {
            node = segment.IsIndex
                ? (node as ArraySchema)?.Items
                : (node as ObjectSchema)?.Properties.FirstOrDefault(property => property.Name == segment.Name);
        }

        return node;
    }

    private static IEnumerable<FieldPath> Leaves(SchemaNode node, FieldPath path) =>
        node switch
        {
            ScalarSchema => [path],
            ObjectSchema nested => nested.Properties.SelectMany(property => Leaves(property, path.Property(property.Name))),
            _ => [],
        };

    /// <summary>The innermost list element that holds the path, or null when there is none.</summary>
    private static FieldPath? RowOf(FieldPath path)
    {
        for (var length = path.Segments.Count; length > 0; length--)
        {
            if (path.Segments[length - 1].IsIndex)
            {
                return Shifted(path, at: -1, rows: 0, length);
            }
        }

        return null;
    }

    private static FieldPath Shifted(FieldPath path, int at, int rows, int? length = null)
    {
        var shifted = FieldPath.Root;
        for (var i = 0; i < (length ?? path.Segments.Count); i++)
        {
            var segment = path.Segments[i];
            shifted = segment.IsIndex ? shifted.Element(segment.Index + (i == at ? rows : 0)) : shifted.Property(segment.Name!);
        }

        return shifted;
    }

    private static bool IsWithin(FieldPath path, FieldPath ancestor) =>
        path.Segments.Count >= ancestor.Segments.Count && path.Segments.Take(ancestor.Segments.Count).SequenceEqual(ancestor.Segments);
}
