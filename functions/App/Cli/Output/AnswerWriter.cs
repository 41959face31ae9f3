using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GroundedDocs.App.Cli.Output;

/// <summary>Writes answers as JSON, to a file or to standard output.</summary>
internal sealed class AnswerWriter : IDisposable
{
    // The output is a file or a pipe, never part of a web page: letters of all languages stay readable.
    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Line) { WriteIndented = true };

    private readonly TextWriter writer;
    private readonly bool ownsWriter;

    public AnswerWriter(string? path)
    {
        ownsWriter = path is not null;
        writer = path is null ? Console.Out : new StreamWriter(path);
    }

    /// <summary>One line of JSON lines.</summary>
    public void WriteLine(JsonNode answer)
    {
        writer.WriteLine(answer.ToJsonString(Line));
        writer.Flush();
    }

    /// <summary>The only answer, laid out for people.</summary>
    public void WriteIndented(JsonNode answer)
    {
        writer.WriteLine(answer.ToJsonString(Indented));
        writer.Flush();
    }

    public void Dispose()
    {
        if (ownsWriter)
        {
            writer.Dispose();
        }
    }
}
