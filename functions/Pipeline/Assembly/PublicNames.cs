using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>The words that results use in public JSON for our own enumerations.</summary>
public static class PublicNames
{
    /// <summary><c>hi</c>, <c>med</c> or <c>low</c>.</summary>
    public static string Of(ConfidenceBand band) =>
        band switch
        {
            ConfidenceBand.High => "hi",
            ConfidenceBand.Medium => "med",
            _ => "low",
        };

    /// <summary>The status in lower case, such as <c>normalized</c>.</summary>
    public static string Of(GroundingStatus status) => LowerCase(status.ToString());

    /// <summary>The tier in lower case, such as <c>subword</c>.</summary>
    public static string Of(MatchTier tier) => LowerCase(tier.ToString());

    /// <summary><c>words</c> or <c>model</c>.</summary>
    public static string Of(AlternativeSource source) => LowerCase(source.ToString());

    private static string LowerCase(string name) =>
        string.Create(name.Length, name, static (to, from) => from.AsSpan().ToLowerInvariant(to));
}
