namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>A node of a tree: a question about one feature, or a leaf with a probability.</summary>
public sealed record TreeNode
{
    /// <summary>The feature that is asked for; null in a leaf.</summary>
    public ConfidenceFeature? Feature { get; init; }

    /// <summary>Below this, <see cref="Less"/> decides, else <see cref="More"/>.</summary>
    public double Below { get; init; }

    /// <summary>The node for smaller numbers.</summary>
    public TreeNode? Less { get; init; }

    /// <summary>The node for other numbers.</summary>
    public TreeNode? More { get; init; }

    /// <summary>The share of right answers among the examples of a leaf, 0..1.</summary>
    public double Value { get; init; }
}
