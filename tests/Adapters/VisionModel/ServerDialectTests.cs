using System.Text.Json.Nodes;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

/// <summary>
/// The chat completion as different servers write it: each adds members of its own, leaves optional ones out, or puts null where
/// another leaves out. Written after the servers' documentation.
/// </summary>
public sealed class ServerDialectTests
{
    private const string Schema = """{"type":"object","properties":{"number":{"type":"string"}}}""";

    [Theory]
    // vLLM: null members, stop reason, log probabilities of prompt tokens.
    [InlineData(
        """{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","reasoning_content":null,"content":CONTENT,"tool_calls":[]},"logprobs":null,"finish_reason":"stop","stop_reason":null}],"usage":{"prompt_tokens":9,"total_tokens":12,"completion_tokens":3,"prompt_tokens_details":null},"prompt_logprobs":null,"kv_transfer_params":null}"""
    )]
    // SGLang: matched stop token.
    [InlineData(
        """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":CONTENT,"reasoning_content":null,"tool_calls":null},"logprobs":null,"finish_reason":"stop","matched_stop":151645}],"usage":{"prompt_tokens":9,"total_tokens":12,"completion_tokens":3,"prompt_tokens_details":null}}"""
    )]
    // llama.cpp: timings, no index order, a model given as a file.
    [InlineData(
        """{"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":CONTENT}}],"created":1,"model":"m.gguf","system_fingerprint":"b1-0","object":"chat.completion","usage":{"completion_tokens":3,"prompt_tokens":9,"total_tokens":12},"id":"chatcmpl-1","timings":{"prompt_n":1,"predicted_ms":3.5}}"""
    )]
    // Ollama.
    [InlineData(
        """{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","system_fingerprint":"fp_ollama","choices":[{"index":0,"message":{"role":"assistant","content":CONTENT},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}"""
    )]
    // Azure OpenAI: content filters.
    [InlineData(
        """{"choices":[{"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}},"finish_reason":"stop","index":0,"logprobs":null,"message":{"annotations":[],"content":CONTENT,"refusal":null,"role":"assistant"}}],"created":1,"id":"chatcmpl-1","model":"m","object":"chat.completion","prompt_filter_results":[{"prompt_index":0}],"system_fingerprint":"fp_1","usage":{"completion_tokens":3,"completion_tokens_details":{"reasoning_tokens":0},"prompt_tokens":9,"prompt_tokens_details":{"cached_tokens":0},"total_tokens":12}}"""
    )]
    public async Task Completion_OfAnyServer_IsRead(string body)
    {
        await using var bench = await ModelBench.StartAsync();
        var content = JsonValue.Create("""{"number":{"value":"A-1","text":"A-1"}}""");
        bench.Server.NextBody(body.Replace("CONTENT", content.ToJsonString(), StringComparison.Ordinal));

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal("A-1", Assert.Single(prediction.Fields).Value.Text);
        Assert.Equal((9L, 3L), (prediction.Usage.InputTokens, prediction.Usage.OutputTokens));
    }

    [Theory]
    // A refusal, an answer cut by a content filter, usage left out.
    [InlineData(
        """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}"""
    )]
    [InlineData(
        """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":""},"finish_reason":"content_filter"}]}"""
    )]
    public async Task Completion_WithoutAnAnswer_LeavesTheFieldsNull(string body)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextBody(body);
        bench.Server.NextBody(body);

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.True(Assert.Single(prediction.Fields).Value.IsNull);
    }
}
