using System.Text.RegularExpressions;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Api.Schemas;

/// <summary>Reads the selection set of a GraphQL query: names and braces. Arguments, aliases and fragments choose nothing here and are refused.</summary>
internal sealed partial class SelectionReader
{
    private const int MaxDepth = 24;
    private const int MaxFields = 2_000;

    private readonly List<string> tokens;
    private int next;
    private int fields;

    private SelectionReader(string statement) => tokens = [.. Token().Matches(statement).Select(match => match.Value)];

    /// <summary>The fields chosen at the top, or what is wrong.</summary>
    public static Result<IReadOnlyList<Selected>> Read(string statement)
    {
        var reader = new SelectionReader(statement);
        reader.SkipHead();
        try
        {
            var selection = reader.ReadSet(0);
            return reader.next == reader.tokens.Count
                ? Result(selection)
                : new Failure("gql.syntax", $"the statement goes on behind its last brace, at '{Shortened(reader.tokens[reader.next])}'.");
        }
        catch (FormatException error)
        {
            return new Failure("gql.syntax", error.Message);
        }
    }

    private static Result<IReadOnlyList<Selected>> Result(IReadOnlyList<Selected> selection) => new List<Selected>(selection);

    private void SkipHead()
    {
        if (tokens is ["query", ..])
        {
            next = tokens.Count > 1 && tokens[1] != "{" ? 2 : 1;
        }
    }

    private List<Selected> ReadSet(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"braces may be nested {MaxDepth} deep.");
        }

        Expect("{");
        var chosen = new List<Selected>();
        while (Peek() is { } token && token != "}")
        {
            if (!Name().IsMatch(token) || ++fields > MaxFields)
            {
                throw new FormatException($"a field's name is expected at '{Shortened(token)}', and at most {MaxFields} of them.");
            }

            next++;
            chosen.Add(new Selected(token, Peek() == "{" ? ReadSet(depth + 1) : []));
        }

        Expect("}");
        return chosen.Count > 0 ? chosen : throw new FormatException("braces without any field choose nothing.");
    }

    private string? Peek() => next < tokens.Count ? tokens[next] : null;

    private void Expect(string brace)
    {
        if (Peek() != brace)
        {
            throw new FormatException($"'{brace}' is expected{(Peek() is { } found ? $" at '{Shortened(found)}'" : " at the end")}.");
        }

        next++;
    }

    private static string Shortened(string token) => token.Length <= 40 ? token : token[..40] + "…";

    /// <summary>Commas are white space in GraphQL.</summary>
    [GeneratedRegex(@"[{}]|[^\s,{}]+", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
