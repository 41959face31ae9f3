using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Says what kind of value belongs at a path of a body.</summary>
internal static partial class ExpectedKind
{
    /// <summary>The kind in words, or null for a path that the body's type does not know.</summary>
    /// <param name="body">The body's type.</param>
    /// <param name="path">Such as <c>$.config.page_indices[0]</c>.</param>
    public static string? At(JsonTypeInfo body, string path)
    {
        var type = body.Type;
        foreach (Match step in Step().Matches(path))
        {
            var info = body.Options.GetTypeInfo(type);
            var next =
                step.Value[0] == '['
                    ? info.ElementType
                    : info.Properties.FirstOrDefault(property => property.Name == step.Value[1..])?.PropertyType;
            if (next is null)
            {
                return null;
            }

            type = Nullable.GetUnderlyingType(next) ?? next;
        }

        return Words(body.Options.GetTypeInfo(type));
    }

    private static string Words(JsonTypeInfo info) =>
        info.Type switch
        {
            var type when type == typeof(bool) => "true or false is expected",
            var type when type == typeof(int) => "a whole number is expected",
            var type when type == typeof(double) => "a number is expected",
            var type when type == typeof(string) => "a string is expected",
            var type when type == typeof(SourceReference) => "an address or a data URI is expected",
            var type when type == typeof(JsonElement) => "JSON is expected",
            _ => info.Kind == JsonTypeInfoKind.Enumerable ? "an array is expected" : "an object is expected",
        };

    [GeneratedRegex(@"\.[^.\[\]]+|\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Step();
}
