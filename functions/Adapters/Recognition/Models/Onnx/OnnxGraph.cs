using Google.Protobuf;

namespace GroundedDocs.Adapters.Recognition.Models.Onnx;

/// <summary>
/// The graph of an ONNX model, with just as much structure as rewriting needs: nodes, constants and outputs.
/// Everything else of the file is written back unchanged. Field numbers are those of onnx.proto (ONNX 1.x).
/// </summary>
internal sealed class OnnxGraph
{
    private const int GraphField = 7;
    private const int NodeField = 1;
    private const int InitializerField = 5;
    private const int TensorNameField = 8;
    private const int InputField = 11;
    private const int OutputField = 12;
    private const int ValueInfoField = 13;
    private const int ValueNameField = 1;
    private const int ConstantValueField = 5;

    private readonly List<OnnxField> model;
    private readonly List<OnnxField> rest;
    private readonly Dictionary<string, ByteString> constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxTensor?> floats = new(StringComparer.Ordinal);

    private OnnxGraph(List<OnnxField> model)
    {
        this.model = model;
        var graph = OnnxField.Parse(model.Single(field => field.Number == GraphField).Bytes);
        rest = graph.FindAll(field => field.Number is not (NodeField or InitializerField or ValueInfoField));
        foreach (var initializer in graph.Where(field => field.Number == InitializerField))
        {
            constants[NameOf(initializer.Bytes, TensorNameField)] = initializer.Bytes;
        }

        Nodes = [.. graph.Where(field => field.Number == NodeField).Select(field => OnnxNode.Read(field.Bytes))];
        HoistConstantNodes();
    }

    /// <summary>The operations in topological order.</summary>
    public List<OnnxNode> Nodes { get; }

    /// <summary>Names of the graph's outputs.</summary>
    public IReadOnlyList<string> Outputs =>
        [.. rest.Where(item => item.Number == OutputField).Select(item => NameOf(item.Bytes, ValueNameField))];

    /// <summary>Reads a model file's bytes; throws <see cref="InvalidProtocolBufferException"/> when they are something else.</summary>
    public static OnnxGraph Read(byte[] model) => new(OnnxField.Parse(ByteString.CopyFrom(model)));

    /// <summary>The model file of the graph as it is now; constants that no node reads are left out.</summary>
    public byte[] Write()
    {
        var used = Nodes.SelectMany(node => node.Inputs).Concat(Outputs).ToHashSet(StringComparer.Ordinal);
        var graph = OnnxField.Serialize([
            .. Nodes.Select(node => OnnxField.Message(NodeField, node.Write())),
            .. rest.Where(field => field.Number != InputField || !constants.ContainsKey(NameOf(field.Bytes, ValueNameField))),
            .. constants
                .Where(constant => used.Contains(constant.Key))
                .Select(constant => OnnxField.Message(InitializerField, BytesOf(constant.Key))),
        ]);
        return OnnxField
            .Serialize(model.Select(field => field.Number == GraphField ? OnnxField.Message(GraphField, graph) : field))
            .ToByteArray();
    }

    /// <summary>Names of the constants.</summary>
    public IReadOnlyCollection<string> ConstantNames => constants.Keys;

    /// <summary>The float constant of a name, or null when it is computed, absent or of another type.</summary>
    public OnnxTensor? Constant(string name)
    {
        if (!floats.TryGetValue(name, out var tensor))
        {
            tensor = constants.TryGetValue(name, out var bytes) ? OnnxTensor.Read(bytes) : null;
            floats[name] = tensor;
        }

        return tensor;
    }

    /// <summary>Adds or replaces a constant.</summary>
    public void SetConstant(string name, OnnxTensor tensor)
    {
        floats[name] = tensor;
        constants[name] = ByteString.Empty;
    }

    /// <summary>The nodes that read a value.</summary>
    public IReadOnlyList<OnnxNode> ReadersOf(string value) => Nodes.FindAll(node => node.Inputs.Contains(value));

    /// <summary>The node that computes a value, or null for constants and inputs.</summary>
    public OnnxNode? WriterOf(string value) => Nodes.Find(node => node.Outputs.Contains(value));

    /// <summary>Makes every reader of one value read another one instead.</summary>
    public void Redirect(string from, string to)
    {
        foreach (var node in Nodes)
        {
            for (var i = 0; i < node.Inputs.Count; i++)
            {
                node.Inputs[i] = node.Inputs[i] == from ? to : node.Inputs[i];
            }
        }
    }

    private ByteString BytesOf(string constant) =>
        constants[constant] is { IsEmpty: false } bytes ? bytes : floats[constant]!.Write(constant);

    private void HoistConstantNodes()
    {
        foreach (var node in Nodes.Where(node => node.Operation == "Constant"))
        {
            var value = node.Attribute("value").FirstOrDefault(field => field.Number == ConstantValueField).Bytes;
            if (value is { IsEmpty: false })
            {
                var named = OnnxField.Parse(value).FindAll(field => field.Number != TensorNameField);
                named.Add(OnnxField.Text(TensorNameField, node.Outputs[0]));
                constants[node.Outputs[0]] = OnnxField.Serialize(named);
            }
        }

        Nodes.RemoveAll(node => node.Operation == "Constant" && constants.ContainsKey(node.Outputs[0]));
    }

    private static string NameOf(ByteString message, int nameField) =>
        OnnxField.Parse(message).Find(field => field.Number == nameField).Bytes?.ToStringUtf8() ?? "";
}
