using System.Diagnostics.Metrics;
using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>Counts calls, tokens and time at the model's server, in OpenTelemetry's words for generative AI where it has some.</summary>
public static class ModelMetrics
{
    /// <summary>The meter to subscribe to.</summary>
    public const string MeterName = "GroundedDocs.VisionModel";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "groundeddocs.model.calls",
        "{call}",
        "Questions to the model, by outcome."
    );
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens, by direction."
    );

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.duration",
        "s",
        "Time of the model's answers."
    );

    /// <summary>Counts an answer.</summary>
    public static void Answered(ModelUsage usage)
    {
        Calls.Add(1, Tag("outcome", "answered"));
        Tokens.Add(usage.InputTokens, Tag("gen_ai.token.type", "input"));
        Tokens.Add(usage.OutputTokens, Tag("gen_ai.token.type", "output"));
        Duration.Record(usage.ModelTime.TotalSeconds);
    }

    /// <summary>Counts a failure by its code.</summary>
    public static void Failed(string code) => Calls.Add(1, Tag("outcome", code));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
