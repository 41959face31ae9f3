using System.Collections.Concurrent;

namespace GroundedDocs.Adapters.VisionModel.Requests;

/// <summary>The prompts: small versioned text files inside this assembly. A changed prompt is a new version, never an edit.</summary>
public static class Prompt
{
    /// <summary>The version that is asked with; part of a result's provenance.</summary>
    public const string Version = "v1";

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of a prompt with its placeholders filled, in the order in which the prompt has them.</summary>
    public static string Fill(string name, params ReadOnlySpan<(string Placeholder, string Text)> fills)
    {
        var text = Texts.GetOrAdd(name, Read);
        foreach (var (placeholder, fill) in fills)
        {
            var at = text.IndexOf($"{{{{{placeholder}}}}}", StringComparison.Ordinal);
            text = string.Concat(text.AsSpan(0, at), fill, text.AsSpan(at + placeholder.Length + 4));
        }

        return text;
    }

    private static string Read(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"{name}.{Version}.md");
        using var reader = new StreamReader(stream ?? throw new InvalidOperationException($"There is no prompt '{name}.{Version}'."));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
