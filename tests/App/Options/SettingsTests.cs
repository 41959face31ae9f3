using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Options;
using GroundedDocs.Tests.Rooms;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace GroundedDocs.Tests.App.Options;

/// <summary>The list of settings, the code that reads them and the sample file say the same.</summary>
public sealed partial class SettingsTests
{
    // Read by the Functions host and by Azure's libraries, not by our code.
    private static readonly string[] OthersSettings = ["FUNCTIONS_WORKER_RUNTIME", "AZURE_FUNCTIONS_ENVIRONMENT"];

    // What a laptop needs instead of the default.
    private static readonly Dictionary<string, string> SampleValues = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
    };

    [Fact]
    public void Sample_ListsEverySettingWithItsDefault()
    {
        var sample = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "local.settings.sample.json")))!["Values"]!;

        var listed = sample.Where(entry => !OthersSettings.Contains(entry.Key)).Select(entry => $"{entry.Key}={entry.Value}");

        Assert.Equal(
            Settings.All.Select(setting => $"{setting.Name}={SampleValues.GetValueOrDefault(setting.Name, setting.Default)}"),
            listed
        );
    }

    [Fact]
    public void Manual_ListsEverySettingWithItsDefaultAndMeaning()
    {
        var manual = File.ReadAllLines(Path.Combine(SourceTree.Root, "README.md"));

        var listed = manual.SkipWhile(line => line != "| setting | default | meaning |").Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(
            Settings.All.Select(setting =>
                $"| `{setting.Name}` | {(setting.Default.Length > 0 ? setting.Default : "none")} | {setting.Meaning} |"
            ),
            listed
        );
    }

    [Fact]
    public void EngineSettings_HaveTheDefaultsOfTheCode()
    {
        var coded = new (string Section, object Options)[]
        {
            ("Jwt", new TokenOptions()),
            ("Api", new ApiOptions()),
            ("Outbound", new OutboundOptions()),
            ("VisionModel", EngineOptions.Default.VisionModel),
            ("Extraction", EngineOptions.Default.Extraction),
            ("DocumentIntelligence", EngineOptions.Default.DocumentIntelligence),
            ("Prices", EngineOptions.Default.Prices),
        }.SelectMany(section =>
            section
                .Options.GetType()
                .GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => $"{section.Section}__{property.Name}={Written(property.GetValue(section.Options))}")
        );

        var listed = Settings
            .All.Where(setting => SectionOf(setting.Name) is not null)
            .Select(setting => $"{setting.Name}={setting.Default}");

        // Booleans are written in lower case by people and in upper case by .NET.
        Assert.Equal(coded.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void ServerSettings_AreThoseThatTheCodeReads()
    {
        var read = Directory
            .EnumerateFiles(Path.Combine(SourceTree.Functions, "App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => ReadSetting().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(
            read.Order(StringComparer.Ordinal),
            Settings.All.Select(setting => setting.Name).Where(name => SectionOf(name) is null).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void EngineOptions_FromTheListedDefaults_AreTheDefaults()
    {
        var set = Settings
            .All.Where(setting => SectionOf(setting.Name) is not null)
            .ToDictionary(
                setting => setting.Name.Replace("__", ":", StringComparison.Ordinal),
                setting => (string?)setting.Default,
                StringComparer.Ordinal
            );

        Assert.Equal(EngineOptions.Default, EngineOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(set).Build()));
    }

    [Theory]
    [InlineData("VisionModel:Endpoint", "http://models.example.com/v1", "https")]
    [InlineData("DocumentIntelligence:Endpoint", "http://layout.example.com", "https")]
    [InlineData("Prices:ModelHour", "-1", "negative")]
    [InlineData("VisionModel:Concurrency", "many", "Concurrency")]
    [InlineData("Extraction:WhenUnavailable", "Panic", "WhenUnavailable")]
    public void EngineOptions_WithAWrongSetting_NameItAndWhatItShouldBe(string name, string value, string expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

        Assert.Contains(
            expected,
            Assert.Throws<InvalidOperationException>(() => EngineOptions.Read(settings)).Message,
            StringComparison.Ordinal
        );
    }

    private static string? SectionOf(string name) =>
        new[] { "Jwt", "Api", "Outbound", "VisionModel", "Extraction", "DocumentIntelligence", "Prices" }.FirstOrDefault(section =>
            name.StartsWith($"{section}__", StringComparison.Ordinal)
        );

    private static string Written(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(
        """(ettings|Configuration)\["(?<name>[^"]+)"\]|Number\(settings, [^",]*"(?<name>[A-Z_0-9]+)["]""",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex ReadSetting();
}
