using System.Text;
using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>
/// Reads a caller's JSON Schema in either dialect in use: draft-07 (<c>"type": ["string", "null"]</c>, <c>definitions</c>) and
/// 2020-12 (<c>anyOf</c> with a null branch, <c>$defs</c>). Keywords that only restrict text, <c>pattern</c> above all, are
/// not evaluated while a schema is read; values are held to them later, in bounded time.
/// </summary>
public static class SchemaParser
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>The schema, or one sentence that says what is wrong and where (a JSON path such as <c>$.properties.total</c>).</summary>
    public static Result<DocumentSchema> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var byteCount = Encoding.UTF8.GetByteCount(json);
        if (byteCount > SchemaLimits.MaxBytes)
        {
            return new Failure(
                "schema.bytes",
                $"The JSON Schema has {byteCount} bytes; at most {SchemaLimits.MaxBytes} are accepted. Shorten descriptions or ask for fewer fields."
            );
        }

        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement, json);
        }
        catch (JsonException error)
        {
            return new Failure(
                "schema.json",
                $"The schema is not valid JSON: line {error.LineNumber + 1 ?? 1}, byte {error.BytePositionInLine ?? 0} cannot be read. Send a JSON Schema object."
            );
        }
    }

    private static Result<DocumentSchema> Read(JsonElement element, string json)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new Failure(
                "schema.object",
                $"The schema is {Describe(element.ValueKind)} at $, not an object. Send a JSON Schema object."
            );
        }

        if (!new SchemaReader(element).ReadRoot().TryGet(out var root, out var failure))
        {
            return failure;
        }

        return root switch
        {
            ObjectSchema { Properties.Count: > 0 } fields => new DocumentSchema(fields, json, SchemaHash.Of(element)),
            ObjectSchema => new Failure(
                "schema.empty",
                "The schema names no properties at $, so there is nothing to extract. Add \"properties\"."
            ),
            _ => new Failure("schema.object", "The schema at $ does not describe an object. Wrap it in an object with one property."),
        };
    }

    private static string Describe(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "a boolean",
        };
}
