using System.Text.Json.Nodes;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli.Manifests;

/// <summary>Writes what became of one document.</summary>
internal static class AnswerLine
{
    /// <summary>The document's id, the answer's own members, its error or null, and how long it took.</summary>
    public static JsonObject Of(string id, Result<JsonObject> answer, double milliseconds)
    {
        var line = new JsonObject { ["id"] = id };
        if (answer.TryGet(out var members, out var failure))
        {
            foreach (var (name, value) in members.ToArray())
            {
                members.Remove(name);
                line[name] = value;
            }
        }
        else
        {
            line["response"] = null;
            line["evidence"] = null;
        }

        line["error"] = failure?.Message;
        line["milliseconds"] = Math.Round(milliseconds, 1);
        return line;
    }
}
