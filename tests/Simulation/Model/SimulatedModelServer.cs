using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>
/// A model server without a model: speaks the chat completions protocol over HTTP and answers from the truth it is given, with the
/// faults of a profile. Single answers can be scripted to misbehave.
/// </summary>
internal sealed class SimulatedModelServer : IAsyncDisposable
{
    private readonly ChatEndpoint endpoint;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private readonly ConcurrentQueue<JsonObject> requests = new();

    private SimulatedModelServer(ChatEndpoint endpoint) => this.endpoint = endpoint;

    /// <summary>The API root.</summary>
    public Uri Endpoint => endpoint.Root;

    /// <summary>What the document shown to the model really says.</summary>
    public IReadOnlyList<TrueField> Truth { get; set; } = [];

    /// <summary>How the model errs.</summary>
    public FaultProfile Faults { get; set; } = FaultProfile.None;

    /// <summary>The seed of the errors.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Whether token probabilities are given when asked for.</summary>
    public bool GivesLogProbabilities { get; set; } = true;

    /// <summary>The bodies of all chat requests so far.</summary>
    public IReadOnlyList<JsonObject> Requests => [.. requests];

    /// <summary>Starts a server on a free port of this machine.</summary>
    public static async Task<SimulatedModelServer> StartAsync()
    {
        var web = new ChatEndpoint();
        var server = new SimulatedModelServer(web);
        await web.StartAsync(server.CompleteAsync);
        return server;
    }

    /// <summary>Scripts the next answer that is not scripted yet.</summary>
    public void Next(Func<HttpContext, Task> answer) => script.Enqueue(answer);

    /// <summary>Scripts a status with a body.</summary>
    public void NextStatus(int status, string body = "{}", string? retryAfter = null) =>
        Next(context => ChatEndpoint.WriteAsync(context, status, body, retryAfter: retryAfter));

    /// <summary>Scripts a body that is not what the protocol says.</summary>
    public void NextBody(string body, string contentType = ChatEndpoint.Json) =>
        Next(context => ChatEndpoint.WriteAsync(context, StatusCodes.Status200OK, body, contentType));

    /// <summary>Scripts what the model writes.</summary>
    public void NextContent(string content, string finishReason = "stop") =>
        Next(context => WriteAsync(context, Completion(content, finishReason, null)));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => endpoint.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        var request = (JsonObject)JsonNode.Parse(await ChatEndpoint.ReadAsync(context))!;
        requests.Enqueue(request);
        if (script.TryDequeue(out var scripted))
        {
            await scripted(context);
            return;
        }

        var answers = new SimulatedAnswers(Truth, Faults, Seed);
        var content = answers.Answer(RequestedForm.Schema(request), RequestedForm.Pages(request)).ToJsonString();
        var wants = GivesLogProbabilities && request["logprobs"]?.GetValue<bool>() == true;
        var tokens = wants ? SimulatedTokens.Write(content, Surety(content, answers.WrongValues)) : null;
        await WriteAsync(context, Completion(content, "stop", tokens));
    }

    /// <summary>Log probabilities of tokens: mostly sure, less so of what is wrong, and never quite to be trusted.</summary>
    private Func<int, int, double> Surety(string content, List<string> wrongValues)
    {
        var random = new Random(Seed);
        var doubtful = wrongValues
            .Select(value => $"\"value\":{value}")
            .Select(text => (Start: content.IndexOf(text, StringComparison.Ordinal), text.Length))
            .ToList();
        return (start, end) =>
        {
            var isDoubtful = doubtful.Exists(span => start < span.Start + span.Length && end > span.Start);
            return random.NextDouble() < (isDoubtful ? 0.3 : 0.02) ? Math.Log(0.3 + (0.6 * random.NextDouble())) : -0.001;
        };
    }

    private static JsonObject Completion(string content, string finishReason, JsonArray? tokens) =>
        new()
        {
            ["id"] = "chatcmpl-simulated",
            ["object"] = "chat.completion",
            ["created"] = 1_700_000_000,
            ["model"] = "simulated",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
                    ["logprobs"] = tokens is null ? null : new JsonObject { ["content"] = tokens },
                    ["finish_reason"] = finishReason,
                }
            ),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = 1000,
                ["completion_tokens"] = SimulatedTokens.Count(content),
                ["total_tokens"] = 1000 + SimulatedTokens.Count(content),
            },
        };

    private static Task WriteAsync(HttpContext context, JsonObject completion) =>
        ChatEndpoint.WriteAsync(context, StatusCodes.Status200OK, completion.ToJsonString());
}
