using System.Xml.Linq;
using Xunit;

namespace GroundedDocs.Tests.Rooms;

/// <summary>The rooms reference each other in one direction; these tests are the rule's guard.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Stages =
    [
        "Pipeline.Pages",
        "Pipeline.Reading",
        "Pipeline.Extraction",
        "Pipeline.Grounding",
        "Pipeline.Assembly",
    ];

    [Fact]
    public void Documents_ReferencesNothing()
    {
        Assert.Empty(ProjectReferences("Documents"));
        Assert.Empty(PackageReferences("Documents"));
    }

    [Fact]
    public void Stages_ReferenceDocumentsAlone() => Assert.All(Stages, stage => Assert.Equal(["Documents"], ProjectReferences(stage)));

    [Fact]
    public void Grounding_NeedsNoPackage() => Assert.Empty(PackageReferences("Pipeline.Grounding"));

    [Fact]
    public void Chain_RunsFromAppToDocuments()
    {
        Assert.Equal(Stages.Order(StringComparer.Ordinal), ProjectReferences("Orchestration").Order(StringComparer.Ordinal));
        Assert.Equal(["Orchestration"], ProjectReferences("Adapters"));
        Assert.Equal(["Adapters"], ProjectReferences("App"));
    }

    private static string[] ProjectReferences(string project) =>
        [.. Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    private static string[] PackageReferences(string project) => [.. Items(project, "PackageReference")];

    private static IEnumerable<string> Items(string project, string kind)
    {
        var file = Directory.EnumerateFiles(SourceTree.Functions, $"{project}.csproj", SearchOption.AllDirectories).Single();
        return XDocument.Load(file).Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "");
    }
}
