using System.Text.Json;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>A piece of JSON that a model wrote, with its place in the answer, as far as the answer got.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">The string's content, the number's digits, <c>true</c> or <c>false</c>; empty otherwise.</param>
/// <param name="start">Where it begins in the answer's UTF-8 bytes.</param>
public sealed class AnswerNode(JsonValueKind kind, string text, int start)
{
    private readonly List<KeyValuePair<string, AnswerNode>> members = [];
    private readonly List<AnswerNode> elements = [];

    /// <summary>What it is.</summary>
    public JsonValueKind Kind { get; } = kind;

    /// <summary>The string's content, the number's digits, <c>true</c> or <c>false</c>; empty otherwise.</summary>
    public string Text { get; } = text;

    /// <summary>Where it begins in the answer's UTF-8 bytes.</summary>
    public int Start { get; } = start;

    /// <summary>The first byte after it; the end of the answer while it is not complete.</summary>
    public int End { get; internal set; }

    /// <summary>Whether its closing bracket was read; scalars are always complete.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>An object's members in the order written, repeated names included.</summary>
    public IReadOnlyList<KeyValuePair<string, AnswerNode>> Members => members;

    /// <summary>An array's elements.</summary>
    public IReadOnlyList<AnswerNode> Elements => elements;

    /// <summary>Whether it is the JSON null.</summary>
    public bool IsNull => Kind == JsonValueKind.Null;

    /// <summary>
    /// The member of that name; where a model lists a name twice, the first that says something, because repetition at the end of
    /// an answer is how models run astray.
    /// </summary>
    public AnswerNode? Member(string name)
    {
        var named = members.Where(member => member.Key == name).Select(member => member.Value).ToList();
        return named.Find(node => !node.IsNull) ?? named.FirstOrDefault();
    }

    internal void Add(string name, AnswerNode member) => members.Add(new(name, member));

    internal void Add(AnswerNode element) => elements.Add(element);
}
