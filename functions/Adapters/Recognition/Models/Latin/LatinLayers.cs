using System.Text;
using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Latin;

/// <summary>
/// The recogniser's last layers, trained further on drawn lines of Latin script. The stock ones were trained on Chinese: they know
/// neither € nor ö and saw hardly any spaces. <c>infra/recognizer</c> draws the lines, trains and writes the two files.
/// </summary>
/// <param name="Characters">The characters in the order of the classes; class 0 is the blank before them, the last class the space.</param>
/// <param name="Layers">The trained constants under the names that they have in the stock model.</param>
internal sealed record LatinLayers(string Characters, OnnxGraph Layers)
{
    /// <summary>The layers that come with the app.</summary>
    public static LatinLayers Load() =>
        new(Encoding.UTF8.GetString(Resource("latin-characters.txt")).Trim(), OnnxGraph.Read(Resource("latin-layers.onnx")));

    /// <summary>Puts the trained constants in place of the stock ones; throws <see cref="InvalidDataException"/> when one has no place.</summary>
    public void Replace(OnnxGraph graph)
    {
        foreach (var name in Layers.ConstantNames)
        {
            if (graph.Constant(name) is null)
            {
                throw new InvalidDataException($"The recognition model has no constant {name} to be replaced.");
            }

            graph.SetConstant(name, Layers.Constant(name)!);
        }
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(LatinLayers).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
