using System.Text;
using System.Text.Json;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>
/// Reads the JSON object in a model's answer as far as it goes: prose and code fences around it are skipped, and where it breaks
/// off or goes wrong, what was complete before that place is kept. A half-written value is never kept.
/// </summary>
public static class AnswerParser
{
    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The object, or null when the answer holds none. <see cref="AnswerNode.IsComplete"/> tells whether it is whole.</summary>
    /// <param name="answer">The answer as UTF-8; places in the result count its bytes.</param>
    public static AnswerNode? Parse(ReadOnlySpan<byte> answer)
    {
        // Reasoning models think aloud before they answer, and may try JSON while doing so.
        var thought = answer.LastIndexOf("</think>"u8);
        var from = Math.Max(0, thought);
        for (var tries = 0; tries < VisionModelLimits.OpeningBraces; tries++)
        {
            var brace = answer[from..].IndexOf((byte)'{');
            if (brace < 0)
            {
                break;
            }

            // A brace in prose opens no object with a member.
            var found = ReadObject(answer, from + brace);
            if (found.Members.Count > 0 || found.IsComplete)
            {
                return found;
            }

            from += brace + 1;
        }

        return null;
    }

    private static AnswerNode ReadObject(ReadOnlySpan<byte> answer, int start)
    {
        // Not the final block: the reader then reports a cut instead of throwing, and withholds a value that may not be whole.
        var reader = new Utf8JsonReader(answer[start..], isFinalBlock: false, new JsonReaderState(Tolerant));
        var open = new Stack<AnswerNode>();
        AnswerNode? root = null;
        string? name = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString();
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    Close(open.Pop(), start + (int)reader.BytesConsumed);
                    if (open.Count == 0)
                    {
                        break;
                    }
                }
                else
                {
                    var node = NodeOf(ref reader, start);
                    root ??= node;
                    Attach(open, node, name);
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // What was read up to the mistake stands; the rest is asked for again. (An invalid UTF-8 string is an InvalidOperationException.)
        }

        foreach (var unfinished in open)
        {
            unfinished.End = answer.Length;
        }

        return root!;
    }

    private static AnswerNode NodeOf(ref Utf8JsonReader reader, int start)
    {
        var at = start + (int)reader.TokenStartIndex;
        var node = reader.TokenType switch
        {
            JsonTokenType.StartObject => new AnswerNode(JsonValueKind.Object, "", at),
            JsonTokenType.StartArray => new AnswerNode(JsonValueKind.Array, "", at),
            JsonTokenType.String => new AnswerNode(JsonValueKind.String, reader.GetString()!, at),
            JsonTokenType.Number => new AnswerNode(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), at),
            JsonTokenType.True => new AnswerNode(JsonValueKind.True, "true", at),
            JsonTokenType.False => new AnswerNode(JsonValueKind.False, "false", at),
            _ => new AnswerNode(JsonValueKind.Null, "", at),
        };
        if (node.Kind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            Close(node, start + (int)reader.BytesConsumed);
        }

        return node;
    }

    private static void Attach(Stack<AnswerNode> open, AnswerNode node, string? name)
    {
        if (open.TryPeek(out var parent))
        {
            if (parent.Kind == JsonValueKind.Array)
            {
                parent.Add(node);
            }
            else
            {
                parent.Add(name ?? "", node);
            }
        }

        if (node.Kind is JsonValueKind.Object or JsonValueKind.Array)
        {
            open.Push(node);
        }
    }

    private static void Close(AnswerNode node, int end)
    {
        node.End = end;
        node.IsComplete = true;
    }
}
