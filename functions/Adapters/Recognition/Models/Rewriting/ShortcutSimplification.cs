using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>
/// The detector adds to its features the same features weighed by channel: x + x · g. x · (g + 1) is the same, and the sum is then one over
/// a number a channel instead of one over every pixel.
/// </summary>
internal static class ShortcutSimplification
{
    /// <summary>Replaces every such shortcut.</summary>
    public static void Apply(OnnxGraph graph)
    {
        foreach (var sum in graph.Nodes.FindAll(node => node.Operation == "Add"))
        {
            if (Match(graph, sum) is not var (product, input, gate))
            {
                continue;
            }

            var (raised, one) = (sum.Outputs[0] + ".gate", sum.Outputs[0] + ".one");
            graph.SetConstant(one, new OnnxTensor([1], [1]));
            var at = graph.Nodes.IndexOf(sum);
            graph.Nodes[at] = new OnnxNode(raised, "Add", [gate, one], [raised]);
            graph.Nodes.Insert(at + 1, new OnnxNode(sum.Outputs[0], "Mul", [input, raised], sum.Outputs));
            graph.Nodes.Remove(product);
        }
    }

    private static (OnnxNode Product, string Input, string Gate)? Match(OnnxGraph graph, OnnxNode sum)
    {
        for (var i = 0; i < 2; i++)
        {
            var input = sum.Inputs[1 - i];
            if (
                graph.WriterOf(sum.Inputs[i]) is { Operation: "Mul" } product
                && product.Inputs.Contains(input)
                && graph.ReadersOf(product.Outputs[0]).Count == 1
            )
            {
                return (product, input, product.Inputs[product.Inputs[0] == input ? 1 : 0]);
            }
        }

        return null;
    }
}
