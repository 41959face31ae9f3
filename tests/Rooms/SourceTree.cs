using System.Runtime.CompilerServices;

namespace GroundedDocs.Tests.Rooms;

/// <summary>Where the sources lie, from the place of this very file.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    public static string Functions { get; } = Path.Combine(Root, "functions");

    public static IEnumerable<string> SourceFiles => Directory.EnumerateFiles(Functions, "*.cs", SearchOption.AllDirectories);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
