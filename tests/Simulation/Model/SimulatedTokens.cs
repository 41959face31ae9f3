using System.Text;
using System.Text.Json.Nodes;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>Cuts an answer into tokens as a tokenizer would, words and single signs, with a log probability each.</summary>
internal static class SimulatedTokens
{
    /// <summary>The <c>logprobs.content</c> of a chat completion; a token is given by its first and last + 1 character.</summary>
    public static JsonArray Write(string content, Func<int, int, double> logProbability)
    {
        var tokens = new JsonArray();
        var start = 0;
        foreach (var token in Cut(content))
        {
            tokens.Add(
                new JsonObject
                {
                    ["token"] = token,
                    ["logprob"] = logProbability(start, start + token.Length),
                    ["bytes"] = new JsonArray([.. Encoding.UTF8.GetBytes(token).Select(b => (JsonNode)(int)b)]),
                    ["top_logprobs"] = new JsonArray(),
                }
            );
            start += token.Length;
        }

        return tokens;
    }

    /// <summary>How many tokens a text has.</summary>
    public static int Count(string content) => Cut(content).Count();

    private static IEnumerable<string> Cut(string content)
    {
        const int LongestToken = 4;
        for (var start = 0; start < content.Length; )
        {
            var end = start + 1;
            while (
                end < content.Length
                && end - start < LongestToken
                && char.IsLetterOrDigit(content[end])
                && char.IsLetterOrDigit(content[start])
            )
            {
                end++;
            }

            end += end < content.Length && char.IsLowSurrogate(content[end]) ? 1 : 0;
            yield return content[start..end];
            start = end;
        }
    }
}
