using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GroundedDocs.App.Options;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Rooms;
using Xunit;

namespace GroundedDocs.Tests.Infra;

/// <summary>What must hold in Azure, read from the compiled template. Nothing here was deployed.</summary>
public sealed partial class InfrastructureTests(CompiledTemplate template) : IClassFixture<CompiledTemplate>
{
    // Names of the built-in roles: learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Dictionary<string, string> AllowedRoles = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["a97b65f3-24c7-4388-baec-2e87135dc908"] = "Cognitive Services User",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
    };

    [Fact]
    public void Bicep_CompilesAndLintsWithoutAWord() => Assert.Equal("", template.Complaints);

    [Fact]
    public void Modules_AreLocal() =>
        Assert.All(
            Directory.EnumerateFiles(CompiledTemplate.Folder, "*.bicep", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("'br", File.ReadAllText(file), StringComparison.Ordinal)
        );

    [Fact]
    public void Template_HoldsNoKeys()
    {
        Assert.DoesNotContain("listKeys", template.Json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listCredentials", template.Json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", template.Json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void StorageAccounts_AreClosedToThePublicToKeysAndToOldTls() =>
        Assert.All(
            template.OfType("Microsoft.Storage/storageAccounts"),
            account =>
            {
                Assert.False(account["properties"]!["allowBlobPublicAccess"]!.GetValue<bool>());
                Assert.False(account["properties"]!["allowSharedKeyAccess"]!.GetValue<bool>());
                Assert.Equal("TLS1_2", account["properties"]!["minimumTlsVersion"]!.ToString());
            }
        );

    [Fact]
    public void Containers_AreNeverPublic() =>
        Assert.All(
            template.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container["properties"]!["publicAccess"]!.ToString())
        );

    [Fact]
    public void ServicesWithKeys_HaveThemSwitchedOff()
    {
        Assert.All(
            template.OfType("Microsoft.CognitiveServices/accounts"),
            service => Assert.True(service["properties"]!["disableLocalAuth"]!.GetValue<bool>())
        );
        Assert.All(
            template.OfType("Microsoft.Insights/components"),
            insights => Assert.True(insights["properties"]!["DisableLocalAuth"]!.GetValue<bool>())
        );
        Assert.All(
            template.OfType("Microsoft.ContainerRegistry/registries"),
            registry => Assert.False(registry["properties"]!["adminUserEnabled"]!.GetValue<bool>())
        );
    }

    [Fact]
    public void Roles_AreTheLeastOnes()
    {
        var used = RoleId().Matches(template.Json).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(AllowedRoles.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.All(template.OfType("Microsoft.Authorization/roleAssignments"), role => Assert.NotNull(role["scope"]));
    }

    [Fact]
    public void Apps_RunWithTheirIdentityAndScaleToZero()
    {
        var apps = template.OfType("Microsoft.App/containerApps").ToList();

        Assert.Equal(2, apps.Count);
        Assert.All(
            apps,
            app =>
            {
                Assert.Equal("UserAssigned", app["identity"]!["type"]!.ToString());
                Assert.Equal(0, app["properties"]!["template"]!["scale"]!["minReplicas"]!.GetValue<int>());
                Assert.False(app["properties"]!["configuration"]!["ingress"]!["allowInsecure"]!.GetValue<bool>());
            }
        );
        Assert.Contains(apps, app => app["kind"]?.ToString() == "functionapp");
    }

    [Fact]
    public void App_IsProbedAndScaledByItsTriggers()
    {
        var app = template.OfType("Microsoft.App/containerApps").Single(app => app["kind"]?.ToString() == "functionapp");
        var running = app["properties"]!["template"]!;
        var probes = ((JsonArray)running["containers"]![0]!["probes"]!).Select(probe => probe!["type"]!.ToString());

        Assert.Equal(["Liveness", "Startup"], probes.Order(StringComparer.Ordinal));
        // The platform makes the rules of queues from the triggers; a rule of ours would stand beside them.
        Assert.Null(running["scale"]!["rules"]);
        Assert.Contains("maxReplicas", running["scale"]!["maxReplicas"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PrivateEndpoints_CloseEveryDoorWhenSwitchedOn()
    {
        var endpoints = template.OfType("Microsoft.Network/privateEndpoints").ToList();
        var publicAccess = template
            .OfType("Microsoft.Storage/storageAccounts")
            .Concat(template.OfType("Microsoft.CognitiveServices/accounts"))
            .Select(account => account["properties"]!["publicNetworkAccess"]?.ToString())
            .OfType<string>()
            .ToList();

        Assert.NotEmpty(endpoints);
        Assert.Equal(2, publicAccess.Count);
        Assert.All(["blob", "queue", "table", "account"], group => Assert.Contains($"'{group}'", Groups(), StringComparison.Ordinal));
        Assert.All(publicAccess, access => Assert.Contains("isPublic", access, StringComparison.Ordinal));

        string Groups() => File.ReadAllText(Path.Combine(CompiledTemplate.Folder, "access", "private-endpoints.bicep"));
    }

    [Fact]
    public void Model_IsInternalOnAGpuWithPatientProbes()
    {
        var model = template.OfType("Microsoft.App/containerApps").Single(app => app["name"]!.ToString() == "model")["properties"]!;
        var container = model["template"]!["containers"]![0]!;
        var probes = ((JsonArray)container["probes"]!).ToDictionary(
            probe => probe!["type"]!.ToString(),
            probe => probe!,
            StringComparer.Ordinal
        );

        Assert.Equal("gpu", model["workloadProfileName"]!.ToString());
        Assert.False(model["configuration"]!["ingress"]!["external"]!.GetValue<bool>());
        Assert.Equal(["Liveness", "Readiness", "Startup"], probes.Keys.Order(StringComparer.Ordinal));
        Assert.All(probes.Values, probe => Assert.Equal("/health", probe["httpGet"]!["path"]!.ToString()));
        var patience = probes["Startup"]["periodSeconds"]!.GetValue<int>() * probes["Startup"]["failureThreshold"]!.GetValue<int>();
        Assert.InRange(patience, 600, 3600);
        Assert.Equal("requests", model["template"]!["scale"]!["rules"]![0]!["name"]!.ToString());
        Assert.Equal("/weights", container["volumeMounts"]![0]!["mountPath"]!.ToString());
    }

    [Fact]
    public void Gpus_AreTheServerlessOnes()
    {
        Assert.Contains("Consumption-GPU-NC8as-T4", template.Json, StringComparison.Ordinal);
        Assert.Contains("Consumption-GPU-NC24-A100", template.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Drops_ComeFromTheInboxOnlyAndNeverExpire()
    {
        var subscription = template.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single()["properties"]!;
        var destination = subscription["deliveryWithResourceIdentity"]!["destination"]!;

        Assert.Equal($"/blobServices/default/containers/{StorageNames.Inbox}/", subscription["filter"]!["subjectBeginsWith"]!.ToString());
        Assert.Equal(StorageNames.DropQueue, destination["properties"]!["queueName"]!.ToString());
        Assert.Equal(-1, destination["properties"]!["queueMessageTimeToLiveInSeconds"]!.GetValue<int>());
    }

    [Fact]
    public void StorageNames_AreThoseOfTheCode()
    {
        var variables = template
            .Resources.Select(resource => ((resource["properties"] as JsonObject)?["template"] as JsonObject)?["variables"])
            .OfType<JsonObject>()
            .Single(names => names.ContainsKey("tableNames"));

        Assert.Equal(StorageNames.Containers.Order(StringComparer.Ordinal), Names(variables["containerNames"]!));
        Assert.Equal(StorageNames.Queues.Order(StringComparer.Ordinal), Names(variables["queueNames"]!));
        Assert.Equal(StorageNames.Tables.Order(StringComparer.Ordinal), Names(variables["tableNames"]!));
    }

    [Fact]
    public void FlexShape_TakesHttpsOnlyAndNoPublishingPasswords()
    {
        var site = template.OfType("Microsoft.Web/sites").Single()["properties"]!;

        Assert.True(site["httpsOnly"]!.GetValue<bool>());
        Assert.Equal("1.2", site["siteConfig"]!["minTlsVersion"]!.ToString());
        Assert.Equal("UserAssignedIdentity", site["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!.ToString());
        Assert.All(
            template.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False(policy["properties"]!["allow"]!.GetValue<bool>())
        );
    }

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("compose.yaml")]
    public void AppSettings_AreThoseThatTheCodeReads(string file)
    {
        var set = AppSetting().Matches(File.ReadAllText(Path.Combine(CompiledTemplate.Folder, file))).Select(match => match.Value).ToList();

        Assert.NotEmpty(set);
        // The credential's kind is for the Functions host; our code needs the account and the identity only.
        Assert.Empty(
            set.Except(Settings.All.Select(setting => setting.Name), StringComparer.Ordinal).Except(["AzureWebJobsStorage__credential"])
        );
    }

    [Fact]
    public void Dockerfile_CopiesTheFilesThatTheAppIsBuiltFrom()
    {
        var dockerfile = File.ReadAllText(Path.Combine(CompiledTemplate.Folder, "app", "Dockerfile"));
        var project = File.ReadAllText(Path.Combine(SourceTree.Root, "functions", "App", "App.csproj"));
        var named = FileAtTheTop().Matches(project).Select(match => match.Groups["file"].Value).ToList();

        Assert.Contains("host.json", named);
        Assert.All(
            [.. named, ".editorconfig", "Directory.Build.props"],
            file => Assert.Contains($" {file} ", dockerfile, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Names(JsonNode names) =>
        ((JsonArray)names).Select(name => name!.ToString()).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(AzureWebJobsStorage|VisionModel|DocumentIntelligence|Extraction|Prices)__\w+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AppSetting();

    [GeneratedRegex(@"Include=""\.\./\.\./(?<file>[\w.]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FileAtTheTop();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 5000)]
    private static partial Regex RoleId();
}
