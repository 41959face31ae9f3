using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>Which run a submission belongs to: same owner, bytes, schema, options and pipeline version, same run.</summary>
internal static class RunIdentity
{
    /// <summary>The key of a content's reading.</summary>
    public static string ContentKey(string owner, string contentHash, string pipelineVersion) =>
        SafeKey.Hash(string.Join('\n', "content", owner, contentHash, pipelineVersion));

    /// <summary>The run's id. Names of documents do not tell runs apart.</summary>
    public static string RunId(string contentKey, RunRequest request, DocumentSchema? schema)
    {
        var options = request with { DocumentName = "", SchemaJson = schema?.Hash };
        return SafeKey.Hash(string.Join('\n', "run", contentKey, JsonSerializer.Serialize(options, WorkJson.Default.RunRequest)));
    }

    /// <summary>SHA-256 and size of a file.</summary>
    public static string HashFile(string path)
    {
        using var file = File.OpenRead(path);
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(file))}-{file.Length}");
    }
}
