namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>The features of one field, one number for each <see cref="ConfidenceFeature"/>.</summary>
public sealed class ConfidenceFeatures
{
    internal const double Unknown = 0.5;

    private readonly double[] values = new double[Count];

    /// <summary>How many features there are.</summary>
    public static int Count { get; } = Enum.GetValues<ConfidenceFeature>().Length;

    /// <summary>Whether the extractor says why it took the value: its grounds are weighed only then.</summary>
    public bool HasSupport { get; init; }

    /// <summary>One feature, 0..1; what is not a number counts as unknown.</summary>
    public double this[ConfidenceFeature feature]
    {
        get => values[(int)feature];
        internal set => values[(int)feature] = double.IsFinite(value) ? Math.Clamp(value, 0, 1) : Unknown;
    }

    /// <summary>Features that are known from elsewhere; those that are not named are 0.</summary>
    public static ConfidenceFeatures Of(bool hasSupport, params ReadOnlySpan<(ConfidenceFeature Feature, double Value)> known)
    {
        var features = new ConfidenceFeatures { HasSupport = hasSupport };
        foreach (var (feature, value) in known)
        {
            features[feature] = value;
        }

        return features;
    }
}
