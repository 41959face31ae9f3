using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>
/// The models scale and shift whole tensors by single learned numbers around their convolutions (one pass over memory
/// each). This folds the numbers into the weights of the convolution before, or of those after.
/// </summary>
internal static class AffineFolding
{
    /// <summary>Folds until nothing more can be folded.</summary>
    public static void Apply(OnnxGraph graph)
    {
        while (graph.Nodes.Exists(node => FoldBackwards(graph, node) || FoldForwards(graph, node)))
        {
            // Each success removes one node, so this ends.
        }
    }

    // conv(x) · s, conv(x) + t
    private static bool FoldBackwards(OnnxGraph graph, OnnxNode node)
    {
        if (
            SingleOperand.Of(graph, node) is not { } operand
            || graph.WriterOf(operand.Value) is not { Operation: "Conv" } convolution
            || graph.ReadersOf(operand.Value).Count != 1
        )
        {
            return false;
        }

        if (node.Operation == "Mul")
        {
            ScaleWeights(graph, convolution, operand.Number);
        }

        var bias = BiasOf(graph, convolution);
        SetBias(graph, convolution, Array.ConvertAll(bias, b => node.Operation == "Mul" ? b * operand.Number : b + operand.Number));
        Remove(graph, node, operand.Value);
        return true;
    }

    // conv(x · s) and, where no padding would have to be shifted too, conv(x + t)
    private static bool FoldForwards(OnnxGraph graph, OnnxNode node)
    {
        if (SingleOperand.Of(graph, node) is not { } operand)
        {
            return false;
        }

        var readers = graph.ReadersOf(node.Outputs[0]);
        var isShift = node.Operation == "Add";
        if (readers.Count == 0 || readers.Any(reader => reader.Operation != "Conv" || (isShift && IsPadded(reader))))
        {
            return false;
        }

        foreach (var convolution in readers)
        {
            if (isShift)
            {
                var response = WeightSums(graph, convolution);
                var bias = BiasOf(graph, convolution);
                SetBias(graph, convolution, [.. bias.Zip(response, (b, w) => b + (w * operand.Number))]);
            }
            else
            {
                ScaleWeights(graph, convolution, operand.Number);
            }
        }

        Remove(graph, node, operand.Value);
        return true;
    }

    private static void Remove(OnnxGraph graph, OnnxNode node, string replacement)
    {
        graph.Nodes.Remove(node);
        graph.Redirect(node.Outputs[0], replacement);
    }

    private static bool IsPadded(OnnxNode convolution) =>
        convolution.Integers("pads").Any(pad => pad != 0) || convolution.Attribute("auto_pad").Count > 0;

    private static OnnxTensor WeightsOf(OnnxGraph graph, OnnxNode convolution) =>
        graph.Constant(convolution.Inputs[1]) ?? throw new InvalidDataException($"Convolution {convolution.Name} has no constant weights.");

    private static float[] BiasOf(OnnxGraph graph, OnnxNode convolution) =>
        convolution.Inputs.Count > 2 && graph.Constant(convolution.Inputs[2]) is { } bias
            ? bias.Values
            : new float[WeightsOf(graph, convolution).Dimensions[0]];

    private static float[] WeightSums(OnnxGraph graph, OnnxNode convolution)
    {
        var weights = WeightsOf(graph, convolution);
        var perOutput = weights.Values.Length / (int)weights.Dimensions[0];
        return [.. weights.Values.Chunk(perOutput).Select(chunk => (float)chunk.Sum(weight => (double)weight))];
    }

    private static void ScaleWeights(OnnxGraph graph, OnnxNode convolution, float factor)
    {
        var weights = WeightsOf(graph, convolution);
        var name = convolution.Outputs[0] + ".weights";
        graph.SetConstant(name, weights with { Values = Array.ConvertAll(weights.Values, weight => weight * factor) });
        convolution.Inputs[1] = name;
    }

    private static void SetBias(OnnxGraph graph, OnnxNode convolution, float[] bias)
    {
        var name = convolution.Outputs[0] + ".bias";
        graph.SetConstant(name, new OnnxTensor([bias.Length], bias));
        if (convolution.Inputs.Count > 2)
        {
            convolution.Inputs[2] = name;
        }
        else
        {
            convolution.Inputs.Add(name);
        }
    }
}
