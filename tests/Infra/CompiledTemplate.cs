using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using GroundedDocs.Tests.Rooms;

namespace GroundedDocs.Tests.Infra;

/// <summary>The Bicep files as the compiler sees them; compiled once for all tests.</summary>
public sealed class CompiledTemplate
{
    /// <summary>Compiles and lints; warnings of either count.</summary>
    public CompiledTemplate()
    {
        Json = Run("build", Main, "--stdout", out var complaints);
        Complaints = complaints + Run("lint", Main, "", out var lint) + lint;
        Resources = [.. ResourcesOf((JsonObject)JsonNode.Parse(Json)!)];
    }

    /// <summary>What compiler and linter said; empty when all is well.</summary>
    public string Complaints { get; }

    /// <summary>The compiled template.</summary>
    public string Json { get; }

    /// <summary>All resources, those of modules included.</summary>
    public IReadOnlyList<JsonObject> Resources { get; }

    public static string Folder { get; } = Path.Combine(SourceTree.Root, "infra");

    private static string Main { get; } = Path.Combine(Folder, "main.bicep");

    public IEnumerable<JsonObject> OfType(string type) => Resources.Where(resource => resource["type"]!.ToString() == type);

    private static IEnumerable<JsonObject> ResourcesOf(JsonObject template)
    {
        var resources = template["resources"] is JsonObject named ? named.Select(entry => entry.Value) : (JsonArray)template["resources"]!;
        foreach (var resource in resources.OfType<JsonObject>())
        {
            yield return resource;
            if (
                resource["type"]!.ToString() == "Microsoft.Resources/deployments"
                && resource["properties"]!["template"] is JsonObject module
            )
            {
                foreach (var inner in ResourcesOf(module))
                {
                    yield return inner;
                }
            }
        }
    }

    private static string Run(string verb, string file, string option, out string complaints)
    {
        var program = typeof(CompiledTemplate)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(entry => entry.Key == "BicepProgram")
            .Value!;
        var start = new ProcessStartInfo(program, [verb, file, .. option.Length > 0 ? [option] : Array.Empty<string>()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // The compiler is a .NET program of its own; without this it refuses to start where ICU is not installed.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        complaints = errors.Result;
        return output;
    }
}
