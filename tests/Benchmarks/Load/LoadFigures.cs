namespace GroundedDocs.Benchmarks.Load;

/// <summary>What a number of equal requests came to.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="MedianMilliseconds">Half of them took no longer.</param>
/// <param name="P99Milliseconds">All but a hundredth took no longer.</param>
internal sealed record LoadFigures(double PerSecond, double MedianMilliseconds, double P99Milliseconds)
{
    public static LoadFigures Of(double[] milliseconds, TimeSpan elapsed)
    {
        Array.Sort(milliseconds);
        return new LoadFigures(milliseconds.Length / elapsed.TotalSeconds, At(0.5), At(0.99));

        double At(double share) => milliseconds[Math.Min(milliseconds.Length - 1, (int)(milliseconds.Length * share))];
    }
}
