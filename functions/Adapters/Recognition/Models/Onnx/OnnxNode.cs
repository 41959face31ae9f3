using Google.Protobuf;

namespace GroundedDocs.Adapters.Recognition.Models.Onnx;

/// <summary>One operation of a graph. Attributes are kept as they stand, except where they are asked for.</summary>
internal sealed class OnnxNode
{
    private const int InputField = 1;
    private const int OutputField = 2;
    private const int NameField = 3;
    private const int OperatorField = 4;
    private const int AttributeField = 5;
    private const int AttributeNameField = 1;
    private const int AttributeFloatField = 2;
    private const int AttributeIntegersField = 8;
    private const int AttributeTypeField = 20;
    private const int FloatAttributeType = 1;

    private readonly List<ByteString> attributes;

    public OnnxNode(string name, string operation, IEnumerable<string> inputs, IEnumerable<string> outputs)
        : this(name, operation, [.. inputs], [.. outputs], []) { }

    private OnnxNode(string name, string operation, List<string> inputs, List<string> outputs, List<ByteString> attributes)
    {
        Name = name;
        Operation = operation;
        Inputs = inputs;
        Outputs = outputs;
        this.attributes = attributes;
    }

    /// <summary>The node's name; may be empty.</summary>
    public string Name { get; }

    /// <summary>The operator, such as <c>Conv</c>.</summary>
    public string Operation { get; }

    /// <summary>Names of the values read; an empty name is an optional input left out.</summary>
    public List<string> Inputs { get; }

    /// <summary>Names of the values written.</summary>
    public List<string> Outputs { get; }

    /// <summary>Reads a NodeProto.</summary>
    public static OnnxNode Read(ByteString node)
    {
        var fields = OnnxField.Parse(node);
        return new OnnxNode(
            Texts(fields, NameField).FirstOrDefault(""),
            Texts(fields, OperatorField).First(),
            [.. Texts(fields, InputField)],
            [.. Texts(fields, OutputField)],
            [.. fields.Where(field => field.Number == AttributeField).Select(field => field.Bytes)]
        );
    }

    /// <summary>The NodeProto of this node.</summary>
    public ByteString Write() =>
        OnnxField.Serialize([
            .. Inputs.Select(input => OnnxField.Text(InputField, input)),
            .. Outputs.Select(output => OnnxField.Text(OutputField, output)),
            OnnxField.Text(NameField, Name),
            OnnxField.Text(OperatorField, Operation),
            .. attributes.Select(attribute => OnnxField.Message(AttributeField, attribute)),
        ]);

    /// <summary>The fields of a named AttributeProto, or none.</summary>
    public IReadOnlyList<OnnxField> Attribute(string name) =>
        attributes
            .Select(OnnxField.Parse)
            .FirstOrDefault(fields => fields.Exists(field => field.Number == AttributeNameField && field.Bytes.ToStringUtf8() == name), []);

    /// <summary>The numbers of a named list attribute; none when it is absent.</summary>
    public IEnumerable<long> Integers(string name)
    {
        foreach (var field in Attribute(name).Where(field => field.Number == AttributeIntegersField))
        {
            if (field.Bytes.IsEmpty)
            {
                yield return (long)field.Scalar;
                continue;
            }

            var packed = field.Bytes.CreateCodedInput();
            while (!packed.IsAtEnd)
            {
                yield return packed.ReadInt64();
            }
        }
    }

    /// <summary>Adds a float attribute.</summary>
    public OnnxNode With(string name, float value)
    {
        attributes.Add(
            OnnxField.Serialize([
                OnnxField.Text(AttributeNameField, name),
                new OnnxField(AttributeFloatField, WireFormat.WireType.Fixed32, BitConverter.SingleToUInt32Bits(value), ByteString.Empty),
                OnnxField.Integer(AttributeTypeField, FloatAttributeType),
            ])
        );
        return this;
    }

    private static IEnumerable<string> Texts(List<OnnxField> fields, int number) =>
        fields.Where(field => field.Number == number).Select(field => field.Bytes.ToStringUtf8());
}
