using GroundedDocs.Adapters.Recognition.Models.Onnx;

namespace GroundedDocs.Adapters.Recognition.Models.Rewriting;

/// <summary>The two operands of a node that scales or shifts a whole value by one learned number.</summary>
/// <param name="Value">Name of the value.</param>
/// <param name="Number">The number.</param>
internal readonly record struct SingleOperand(string Value, float Number)
{
    /// <summary>The operands of a node, or null when it does something else.</summary>
    public static SingleOperand? Of(OnnxGraph graph, OnnxNode node)
    {
        if (node.Operation is not ("Mul" or "Add"))
        {
            return null;
        }

        for (var i = 0; i < 2; i++)
        {
            if (graph.Constant(node.Inputs[i]) is { Values: [var number] })
            {
                return new SingleOperand(node.Inputs[1 - i], number);
            }
        }

        return null;
    }
}
