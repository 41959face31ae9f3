using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>
/// A scale and a shift that could not be folded into a convolution (its padding would be shifted too) become one batch normalisation:
/// one pass over memory instead of two, and one that keeps the blocked layout in which the convolutions around it work.
/// </summary>
internal static class AffineMerging
{
    /// <summary>Merges every scale that is followed by a shift.</summary>
    public static void Apply(OnnxGraph graph)
    {
        foreach (var shift in graph.Nodes.FindAll(node => node.Operation == "Add"))
        {
            if (
                SingleOperand.Of(graph, shift) is { } shifted
                && graph.WriterOf(shifted.Value) is { Operation: "Mul" } scale
                && graph.ReadersOf(shifted.Value).Count == 1
                && SingleOperand.Of(graph, scale) is { } scaled
                && ChannelsOf(graph, scaled.Value) is { } channels
            )
            {
                graph.Nodes[graph.Nodes.IndexOf(shift)] = Normalization(
                    graph,
                    shift,
                    scaled.Value,
                    scaled.Number,
                    shifted.Number,
                    channels
                );
                graph.Nodes.Remove(scale);
            }
        }
    }

    // y = scale · (x − mean) / √(variance + ε) + shift, with mean 0, variance 1, ε 0.
    private static OnnxNode Normalization(OnnxGraph graph, OnnxNode shift, string input, float scale, float offset, int channels)
    {
        var output = shift.Outputs[0];
        string[] parameters =
        [
            Constant(graph, output + ".scale", scale, channels),
            Constant(graph, output + ".shift", offset, channels),
            Constant(graph, output + ".mean", 0, channels),
            Constant(graph, output + ".variance", 1, channels),
        ];
        return new OnnxNode(output, "BatchNormalization", [input, .. parameters], [output]).With("epsilon", 0);
    }

    private static string Constant(OnnxGraph graph, string name, float value, int channels)
    {
        graph.SetConstant(name, new OnnxTensor([channels], [.. Enumerable.Repeat(value, channels)]));
        return name;
    }

    /// <summary>How many channels a value has: those of the convolution that it comes from by way of activations.</summary>
    private static int? ChannelsOf(OnnxGraph graph, string value) =>
        graph.WriterOf(value) switch
        {
            { Operation: "Conv" } convolution => (int?)graph.Constant(convolution.Inputs[1])?.Dimensions[0],
            { Operation: "Mul" or "HardSigmoid" } activation => ChannelsOf(graph, activation.Inputs[0]),
            _ => null,
        };
}
