using System.Text.RegularExpressions;
using Xunit;

namespace GroundedDocs.Tests.Rooms;

/// <summary>The rules of the house that a machine can check.</summary>
public sealed partial class HouseRuleTests
{
    private const int MaxFileLines = 300;

    private static readonly string[] VagueNames = ["Manager", "Helper", "Helpers", "Utils", "Util", "Common", "Base"];

    private static readonly string[] TopLevel =
    [
        "README.md",
        "Functions.sln",
        "azure.yaml",
        "functions",
        "host.json",
        "infra",
        "local.settings.sample.json",
        "run",
        "test",
        "tests",
        "Directory.Build.props",
        "Directory.Packages.props",
        "global.json",
    ];

    [Fact]
    public void SourceFiles_AreSmall() =>
        Assert.DoesNotContain(SourceTree.SourceFiles, file => File.ReadLines(file).Count() > MaxFileLines);

    [Fact]
    public void SourceFiles_HaveNamesThatSaySomething() =>
        Assert.DoesNotContain(
            SourceTree.SourceFiles,
            file => VagueNames.Any(vague => Path.GetFileNameWithoutExtension(file).EndsWith(vague, StringComparison.Ordinal))
        );

    [Fact]
    public void SourceFiles_HoldOnePublicType() =>
        Assert.DoesNotContain(SourceTree.SourceFiles, file => PublicType().Count(File.ReadAllText(file)) > 1);

    [Fact]
    public void TopLevel_HoldsWhatTheRoomMapNames() =>
        Assert.Empty(
            Directory
                .EnumerateFileSystemEntries(SourceTree.Root)
                .Select(path => Path.GetFileName(path))
                .Where(name => !name.StartsWith('.') && name != "local.settings.json")
                .Except(TopLevel, StringComparer.Ordinal)
        );

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|readonly|partial) )*(?:class|record|struct|enum|interface|record struct) ",
        RegexOptions.Multiline,
        5000
    )]
    private static partial Regex PublicType();
}
