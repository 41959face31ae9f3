using System.Globalization;
using System.Text.Json;
using GroundedDocs.Adapters.VisionModel.Requests;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>Holds a parsed answer against the schema and takes out what is usable. Pure.</summary>
/// <param name="pictures">The pictures that were sent, to place pages and boxes.</param>
/// <param name="space">The coordinates of the family's boxes.</param>
/// <param name="probabilities">The answer's token probabilities, where the server gave them.</param>
public sealed class AnswerReader(IReadOnlyList<PagePicture> pictures, BoxSpace space, TokenProbabilities? probabilities)
{
    private readonly List<PredictedField> fields = [];
    private readonly List<AnswerProblem> problems = [];

    /// <summary>Reads an answer, or reports every field as missing when there is none. A reader serves one answer.</summary>
    public AnswerReading Read(AnswerNode? answer, ObjectSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (answer is null)
        {
            problems.AddRange(schema.Properties.Select(property => Missing(FieldPath.Root.Property(property.Name))));
        }
        else
        {
            ReadObject(answer, schema, FieldPath.Root);
        }

        return new AnswerReading(fields, problems);
    }

    private void ReadNode(AnswerNode node, SchemaNode schema, FieldPath path)
    {
        switch (schema)
        {
            case ScalarSchema scalar:
                ReadLeaf(node, scalar, path);
                break;
            case ObjectSchema nested when node.Kind == JsonValueKind.Object:
                ReadObject(node, nested, path);
                break;
            case ArraySchema array when node.Kind == JsonValueKind.Array:
                ReadArray(node, node.Elements, array, path);
                break;
            case ArraySchema array when node is { Kind: JsonValueKind.Object, Members.Count: > 0 }:
                // A list of one, written without brackets.
                ReadArray(node, [node], array, path);
                break;
            case not null when !node.IsNull:
                problems.Add(new AnswerProblem(path, schema is ArraySchema ? "not a list" : "not an object"));
                break;
        }
    }

    private void ReadObject(AnswerNode node, ObjectSchema schema, FieldPath path)
    {
        foreach (var property in schema.Properties)
        {
            if (node.Member(property.Name) is { } member)
            {
                ReadNode(member, property, path.Property(property.Name));
            }
            else if (!node.IsComplete || node.Members.Count == 0 || !node.Members.Any(m => IsKnown(schema, m.Key)))
            {
                // A complete answer that leaves a field out says that it is null; one that broke off, or follows another schema, says nothing.
                problems.Add(Missing(path.Property(property.Name)));
            }
        }
    }

    private void ReadArray(AnswerNode list, IReadOnlyList<AnswerNode> elements, ArraySchema schema, FieldPath path)
    {
        var complete = elements.TakeWhile(element => element.IsComplete).Take(VisionModelLimits.ArrayElements).ToList();
        var index = 0;
        foreach (var element in complete)
        {
            var (fieldsBefore, problemsBefore) = (fields.Count, problems.Count);
            ReadNode(element, schema.Items, path.Element(index));
            // An element that says nothing is no row: rows are numbered without gaps.
            index += fields.Count > fieldsBefore || problems.Count > problemsBefore ? 1 : 0;
        }

        if (!list.IsComplete)
        {
            problems.Add(new AnswerProblem(path, "the list broke off") { CompleteRows = index });
        }
        else if (elements.Count > VisionModelLimits.ArrayElements)
        {
            problems.Add(
                new AnswerProblem(
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"more than {VisionModelLimits.ArrayElements} elements")
                )
            );
        }
    }

    private void ReadLeaf(AnswerNode node, ScalarSchema schema, FieldPath path)
    {
        if (!node.IsComplete)
        {
            problems.Add(Missing(path));
            return;
        }

        // Servers without guided decoding let models write the bare value.
        var isWrapped = node.Kind == JsonValueKind.Object;
        var value = isWrapped ? node.Member("value") : node;
        if (value is null)
        {
            problems.Add(new AnswerProblem(path, "without a value"));
            return;
        }

        if (!ScalarReader.Read(value, schema).TryGet(out var scalar, out var failure))
        {
            problems.Add(new AnswerProblem(path, failure.Message));
        }
        else if (!scalar.IsNull)
        {
            fields.Add(Field(path, scalar, value, isWrapped ? node : null));
        }
    }

    private PredictedField Field(FieldPath path, ScalarValue scalar, AnswerNode value, AnswerNode? leaf)
    {
        var picture = PictureOf(leaf?.Member("page"));
        return new PredictedField(path, scalar)
        {
            PrintedText = leaf?.Member("text") is { Kind: JsonValueKind.String, Text: { Length: > 0 } text } ? text : null,
            PageNumber = picture?.PageNumber,
            RoughBox = picture is null ? null : RoughBox.Read(leaf?.Member("box"), space, picture.Size),
            Probability = probabilities?.Of(value.Start, value.End),
        };
    }

    /// <summary>The page that the model names, if it was among those sent; the only one when it names none.</summary>
    private PagePicture? PictureOf(AnswerNode? page) =>
        pictures.Count == 1 ? pictures[0]
        : int.TryParse(page?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? pictures.FirstOrDefault(picture => picture.PageNumber == number)
        : null;

    private static bool IsKnown(ObjectSchema schema, string name) => schema.Properties.Any(property => property.Name == name);

    private static AnswerProblem Missing(FieldPath path) => new(path, "missing from the answer");
}
