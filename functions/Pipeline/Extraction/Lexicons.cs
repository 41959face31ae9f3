using System.Text.Json;
using System.Text.Json.Serialization;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>Reads the word lists that are built into this assembly.</summary>
internal static class Lexicons
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The word list of a name. One that is missing or malformed is a bug and throws.</summary>
    public static T Read<T>(string name)
    {
        using var stream =
            typeof(Lexicons).Assembly.GetManifestResourceStream($"Lexicon.{name}.json")
            ?? throw new InvalidOperationException($"The word list '{name}' is not built in.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"The word list '{name}' is empty.");
    }
}
