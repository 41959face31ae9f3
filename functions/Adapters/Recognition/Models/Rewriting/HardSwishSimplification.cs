using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>
/// The models spell hard-swish (Howard et al., "Searching for MobileNetV3", 2019) as x · clip(x + 3, 0, 6) / 6: four
/// passes over memory. x · HardSigmoid(x) is the same in two.
/// </summary>
internal static class HardSwishSimplification
{
    private const float Slope = 1f / 6;
    private const float Offset = 0.5f;

    /// <summary>Replaces every spelled-out hard-swish.</summary>
    public static void Apply(OnnxGraph graph)
    {
        foreach (var division in graph.Nodes.FindAll(node => node.Operation == "Div"))
        {
            if (Match(graph, division) is not { } found)
            {
                continue;
            }

            var gate = division.Outputs[0] + ".gate";
            var at = graph.Nodes.IndexOf(division);
            graph.Nodes[at] = new OnnxNode(gate, "HardSigmoid", [found.Input], [gate]).With("alpha", Slope).With("beta", Offset);
            graph.Nodes.Insert(at + 1, new OnnxNode(division.Outputs[0], "Mul", [found.Input, gate], division.Outputs));
            graph.Nodes.RemoveAll(found.Replaced.Contains);
        }
    }

    private static (string Input, OnnxNode[] Replaced)? Match(OnnxGraph graph, OnnxNode division)
    {
        if (!IsUniform(graph, division.Inputs[1], 6) || graph.WriterOf(division.Inputs[0]) is not { Operation: "Mul" } product)
        {
            return null;
        }

        var clip = graph.WriterOf(product.Inputs[1]);
        var shift = clip is { Operation: "Clip" } ? graph.WriterOf(clip.Inputs[0]) : null;
        var matches =
            shift is { Operation: "Add" }
            && shift.Inputs[0] == product.Inputs[0]
            && IsUniform(graph, shift.Inputs[1], 3)
            && new[] { shift, clip!, product }.All(node => graph.ReadersOf(node.Outputs[0]).Count == 1);
        return matches ? (product.Inputs[0], [shift!, clip!, product]) : null;
    }

    private static bool IsUniform(OnnxGraph graph, string name, float expected) =>
        graph.Constant(name) is { } constant && constant.IsUniform(out var value) && value == expected;
}
