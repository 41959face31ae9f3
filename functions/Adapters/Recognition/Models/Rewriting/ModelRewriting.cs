using GroundedDocs.Adapters.Recognition.Models.Latin;
using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>
/// Makes the stock models faster without changing what they compute: a detection takes about 30 % less time, a line
/// 40 %. Cheap enough (a few hundred milliseconds) to be done in memory at each start, so that no second copy of the models
/// exists that could be stale.
/// </summary>
internal static class ModelRewriting
{
    /// <summary>A model with hard-swish, single-number scales and shortcuts simplified.</summary>
    public static byte[] Simplified(byte[] stock)
    {
        var graph = OnnxGraph.Read(stock);
        Simplify(graph);
        return graph.Write();
    }

    /// <summary>The recogniser, likewise, but with other last layers.</summary>
    public static byte[] Simplified(byte[] stock, LatinLayers layers)
    {
        var graph = OnnxGraph.Read(stock);
        Simplify(graph);
        layers.Replace(graph);
        return graph.Write();
    }

    private static void Simplify(OnnxGraph graph)
    {
        HardSwishSimplification.Apply(graph);
        AffineFolding.Apply(graph);
        AffineMerging.Apply(graph);
        ShortcutSimplification.Apply(graph);
    }
}
