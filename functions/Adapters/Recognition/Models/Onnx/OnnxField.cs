using Google.Protobuf;

namespace GroundedDocs.Adapters.Recognition.Models.Onnx;

/// <summary>One field of a protobuf message as it stands on the wire.</summary>
/// <param name="Number">The field's number in onnx.proto.</param>
/// <param name="Type">Its wire type.</param>
/// <param name="Scalar">The value of a varint or fixed-width field.</param>
/// <param name="Bytes">The value of a length-delimited field; empty otherwise.</param>
internal readonly record struct OnnxField(int Number, WireFormat.WireType Type, ulong Scalar, ByteString Bytes)
{
    public static OnnxField Text(int number, string text) => Message(number, ByteString.CopyFromUtf8(text));

    public static OnnxField Message(int number, ByteString bytes) => new(number, WireFormat.WireType.LengthDelimited, 0, bytes);

    public static OnnxField Integer(int number, long value) =>
        new(number, WireFormat.WireType.Varint, unchecked((ulong)value), ByteString.Empty);

    /// <summary>Reads all fields of a message, in their order.</summary>
    public static List<OnnxField> Parse(ByteString message)
    {
        var fields = new List<OnnxField>();
        var input = message.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
        {
            fields.Add(ReadValue(input, WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag)));
        }

        return fields;
    }

    /// <summary>Writes fields as one message.</summary>
    public static ByteString Serialize(IEnumerable<OnnxField> fields)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            foreach (var field in fields)
            {
                field.WriteTo(output);
            }
        }

        return ByteString.CopyFrom(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static OnnxField ReadValue(CodedInputStream input, int number, WireFormat.WireType type) =>
        type switch
        {
            WireFormat.WireType.Varint => new(number, type, input.ReadUInt64(), ByteString.Empty),
            WireFormat.WireType.Fixed64 => new(number, type, input.ReadFixed64(), ByteString.Empty),
            WireFormat.WireType.Fixed32 => new(number, type, input.ReadFixed32(), ByteString.Empty),
            WireFormat.WireType.LengthDelimited => new(number, type, 0, input.ReadBytes()),
            _ => throw new InvalidDataException($"An ONNX model does not use wire type {type} (field {number})."),
        };

    private void WriteTo(CodedOutputStream output)
    {
        output.WriteTag(Number, Type);
        switch (Type)
        {
            case WireFormat.WireType.Varint:
                output.WriteUInt64(Scalar);
                break;
            case WireFormat.WireType.Fixed64:
                output.WriteFixed64(Scalar);
                break;
            case WireFormat.WireType.Fixed32:
                output.WriteFixed32((uint)Scalar);
                break;
            default:
                output.WriteBytes(Bytes);
                break;
        }
    }
}
