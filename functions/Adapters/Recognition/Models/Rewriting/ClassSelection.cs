using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>
/// Cuts the recogniser's last layer down to the classes in use. The stock model spends half of its time on 6,600
/// Chinese characters; what remains is the same model whose softmax runs over fewer classes.
/// </summary>
internal static class ClassSelection
{
    /// <summary>Keeps only the given columns of the layer before the final softmax, in the given order.</summary>
    public static void Apply(OnnxGraph graph, IReadOnlyList<int> classes)
    {
        var softmax = graph.WriterOf(graph.Outputs[0]);
        var addition = Require(graph, softmax, "Softmax", 0);
        var product = Require(graph, addition, "Add", 0);
        SelectColumns(graph, product!.Inputs[1], classes);
        SelectColumns(graph, addition!.Inputs[1], classes);
    }

    private static OnnxNode? Require(OnnxGraph graph, OnnxNode? node, string operation, int input) =>
        node?.Operation == operation
            ? graph.WriterOf(node.Inputs[input])
            : throw new InvalidDataException($"The recognition model does not end in a {operation} where one is expected.");

    private static void SelectColumns(OnnxGraph graph, string name, IReadOnlyList<int> columns)
    {
        var tensor = graph.Constant(name) ?? throw new InvalidDataException($"The recognition model's last layer has no constant {name}.");
        var columnCount = (int)tensor.Dimensions[^1];
        var selected = new float[tensor.Values.Length / columnCount * columns.Count];
        for (var i = 0; i < selected.Length; i++)
        {
            selected[i] = tensor.Values[(i / columns.Count * columnCount) + columns[i % columns.Count]];
        }

        graph.SetConstant(name, new OnnxTensor([.. tensor.Dimensions[..^1], columns.Count], selected));
    }
}
