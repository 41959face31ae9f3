using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GroundedDocs.Documents.Values;

/// <summary>A JSON scalar. Numbers keep the digits they were written with, so that 9.00 stays 9.00.</summary>
public readonly record struct ScalarValue
{
    private readonly string? text;

    private ScalarValue(ScalarKind kind, string text)
    {
        Kind = kind;
        this.text = text;
    }

    /// <summary>No value; also the default.</summary>
    public static ScalarValue Null => default;

    /// <summary>The JSON kind.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The string itself, the number's digits, <c>true</c> or <c>false</c>, or an empty string for null.</summary>
    public string Text => text ?? "";

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => Kind == ScalarKind.Null;

    /// <summary>A string; null gives <see cref="Null"/>.</summary>
    public static ScalarValue FromText(string? text) => text is null ? Null : new(ScalarKind.Text, text);

    /// <summary>A number from a decimal.</summary>
    public static ScalarValue FromNumber(decimal number) => new(ScalarKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A boolean.</summary>
    public static ScalarValue FromBoolean(bool value) => new(ScalarKind.Boolean, value ? "true" : "false");

    /// <summary>A scalar JSON element; arrays and objects are a bug of the caller and throw <see cref="ArgumentException"/>.</summary>
    public static ScalarValue FromJson(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => Null,
            JsonValueKind.String => FromText(element.GetString()),
            JsonValueKind.Number => new(ScalarKind.Number, element.GetRawText()),
            JsonValueKind.True => FromBoolean(true),
            JsonValueKind.False => FromBoolean(false),
            _ => throw new ArgumentException("Only a scalar can be a field's value.", nameof(element)),
        };

    /// <summary>The value as a JSON node; null for null.</summary>
    public JsonNode? ToJsonNode() =>
        Kind switch
        {
            ScalarKind.Null => null,
            ScalarKind.Text => JsonValue.Create(Text),
            _ => JsonNode.Parse(Text),
        };

    /// <summary>The value as JSON text, for messages in tests; never log it.</summary>
    public override string ToString() => Kind == ScalarKind.Null ? "null" : Text;
}
