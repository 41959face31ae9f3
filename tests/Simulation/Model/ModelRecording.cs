using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>
/// Questions to a model server and its answers, a JSON file each, named by the question's fingerprint and by which of the answers to
/// that question it is. Pictures are left out of both: a page's text tells the pages apart, and a recording then outlives another
/// compression of the same picture. Credentials are never in a question's body, so never in a recording.
/// </summary>
internal sealed class ModelRecording(string folder)
{
    private const string LeftOut = "(picture)";
    private const int FingerprintLength = 16;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The question without its pictures.</summary>
    public static JsonObject WithoutPictures(JsonObject request)
    {
        var copy = (JsonObject)request.DeepClone();
        foreach (var message in copy["messages"] as JsonArray ?? [])
        {
            foreach (var part in message?["content"] as JsonArray ?? [])
            {
                if (part?["image_url"] is JsonObject picture)
                {
                    picture["url"] = LeftOut;
                }
            }
        }

        return copy;
    }

    /// <summary>What tells a question from others: the first digits of the hash of what is asked.</summary>
    public static string Fingerprint(JsonObject question) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.ToJsonString())))[..FingerprintLength];

    /// <summary>The answer number <paramref name="place"/>, from 1, to a question; null when it is not recorded.</summary>
    public RecordedAnswer? Find(string fingerprint, int place)
    {
        var file = FileOf(fingerprint, place);
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!["answer"].Deserialize<RecordedAnswer>() : null;
    }

    /// <summary>Keeps the answer number <paramref name="place"/> to a question.</summary>
    public void Keep(string fingerprint, int place, JsonObject question, RecordedAnswer answer)
    {
        Directory.CreateDirectory(folder);
        var written = new JsonObject { ["question"] = question.DeepClone(), ["answer"] = JsonSerializer.SerializeToNode(answer) };
        File.WriteAllText(FileOf(fingerprint, place), written.ToJsonString(Indented) + "\n", Encoding.UTF8);
    }

    private string FileOf(string fingerprint, int place) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{fingerprint}-{place}.json"));
}
