namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>Random noise of a sensor, the same for the same seed.</summary>
public sealed class Grain(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A number from the normal distribution around 0 (Box and Muller, 1958).</summary>
    public double Next(double deviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>A number between the two.</summary>
    public double Between(double low, double high) => low + (random.NextDouble() * (high - low));
}
