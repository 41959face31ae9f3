namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>Keeps the best entry of every prefix of a range under insertions (a Fenwick tree of maxima): log n for each operation.</summary>
internal sealed class PrefixMaximum(int size)
{
    private readonly double[] values = NegativeInfinities(size + 1);
    private readonly int[] entries = new int[size + 1];

    /// <summary>Enters a value at a position from 1.</summary>
    public void Enter(int position, int entry, double value)
    {
        for (; position < values.Length; position += position & -position)
        {
            if (value > values[position])
            {
                values[position] = value;
                entries[position] = entry;
            }
        }
    }

    /// <summary>The entry with the greatest value at positions 1 to <paramref name="position"/>, or -1; the first entered of equals.</summary>
    public int Best(int position)
    {
        var best = double.NegativeInfinity;
        var entry = -1;
        for (; position > 0; position -= position & -position)
        {
            if (values[position] > best)
            {
                best = values[position];
                entry = entries[position];
            }
        }

        return entry;
    }

    private static double[] NegativeInfinities(int count)
    {
        var filled = new double[count];
        Array.Fill(filled, double.NegativeInfinity);
        return filled;
    }
}
