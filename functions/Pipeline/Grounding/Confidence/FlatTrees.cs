using System.Runtime.InteropServices;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>The nodes of all trees in one array, so that an answer touches little memory: a document asks for hundreds of answers.</summary>
internal sealed class FlatTrees
{
    private const int Leaf = -1;

    private readonly List<Node> nodes = [];
    private readonly int[] roots;

    public FlatTrees(IReadOnlyList<TreeNode> trees)
    {
        roots = [.. trees.Select(Add)];
    }

    /// <summary>The mean of the values of the leaves, one a tree, that the features lead to; not a number without trees.</summary>
    public double Answer(ConfidenceFeatures features)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        var sum = 0.0;
        foreach (var root in roots)
        {
            var at = root;
            while (all[at].Feature != Leaf)
            {
                at = features[(ConfidenceFeature)all[at].Feature] < all[at].Number ? at + 1 : all[at].More;
            }

            sum += all[at].Number;
        }

        return sum / roots.Length;
    }

    // The node for smaller numbers follows its parent.
    private int Add(TreeNode tree)
    {
        var at = nodes.Count;
        if (tree is { Feature: { } feature, Less: { } less, More: { } more })
        {
            nodes.Add(default);
            Add(less);
            nodes[at] = new Node(tree.Below, (int)feature, Add(more));
        }
        else
        {
            nodes.Add(new Node(tree.Value, Leaf, 0));
        }

        return at;
    }

    /// <summary>A node: its threshold or a leaf's value, the feature that is asked for, and the node for larger numbers.</summary>
    private readonly record struct Node(double Number, int Feature, int More);
}
