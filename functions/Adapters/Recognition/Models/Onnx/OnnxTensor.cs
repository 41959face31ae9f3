using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Google.Protobuf;

namespace GroundedDocs.Adapters.Recognition.Models.Onnx;

/// <summary>A constant tensor of floats of 32 bits, or of 16 in the file. Tensors of other types stay as they are in <see cref="OnnxGraph"/>.</summary>
/// <param name="Dimensions">The shape; empty for a scalar.</param>
/// <param name="Values">The values in row-major order.</param>
internal sealed record OnnxTensor(long[] Dimensions, float[] Values)
{
    private const int DimensionsField = 1;
    private const int DataTypeField = 2;
    private const int FloatDataField = 4;
    private const int NameField = 8;
    private const int RawDataField = 9;
    private const int FloatDataType = 1;
    private const int HalfDataType = 10;

    /// <summary>Whether every value is the same one, and which.</summary>
    public bool IsUniform(out float value)
    {
        value = Values.Length > 0 ? Values[0] : float.NaN;
        return Values.Length > 0 && Array.TrueForAll(Values, Values[0].Equals);
    }

    /// <summary>A TensorProto's float content, or null when it holds another type.</summary>
    public static OnnxTensor? Read(ByteString tensor)
    {
        var fields = OnnxField.Parse(tensor);
        var packed = (fields.Find(field => field.Number is RawDataField or FloatDataField).Bytes ?? ByteString.Empty).Span;
        return fields.Find(field => field.Number == DataTypeField).Scalar switch
        {
            FloatDataType => new OnnxTensor(ReadDimensions(fields), MemoryMarshal.Cast<byte, float>(packed).ToArray()),
            HalfDataType => new OnnxTensor(ReadDimensions(fields), Widened(MemoryMarshal.Cast<byte, Half>(packed))),
            _ => null,
        };
    }

    /// <summary>The TensorProto of this tensor under a name.</summary>
    public ByteString Write(string name)
    {
        var fields = Dimensions.Select(dimension => OnnxField.Integer(DimensionsField, dimension)).ToList();
        fields.Add(OnnxField.Integer(DataTypeField, FloatDataType));
        fields.Add(OnnxField.Text(NameField, name));
        fields.Add(OnnxField.Message(RawDataField, ByteString.CopyFrom(MemoryMarshal.AsBytes(Values.AsSpan()))));
        return OnnxField.Serialize(fields);
    }

    private static float[] Widened(ReadOnlySpan<Half> halves)
    {
        var floats = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, floats);
        return floats;
    }

    private static long[] ReadDimensions(List<OnnxField> fields)
    {
        var dimensions = new List<long>();
        foreach (var field in fields.Where(field => field.Number == DimensionsField))
        {
            if (field.Bytes.IsEmpty)
            {
                dimensions.Add((long)field.Scalar);
                continue;
            }

            var packed = field.Bytes.CreateCodedInput();
            while (!packed.IsAtEnd)
            {
                dimensions.Add(packed.ReadInt64());
            }
        }

        return [.. dimensions];
    }
}
