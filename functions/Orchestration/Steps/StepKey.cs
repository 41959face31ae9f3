using System.Globalization;

namespace GroundedDocs.Orchestration.Steps;

/// <summary>Which step of a run.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Index">The page or window, counted from 1; 0 for steps that exist once.</param>
/// <param name="Submission">The submission that <see cref="StepKind.Notify"/> and a late <see cref="StepKind.Publish"/> serve; null otherwise.</param>
public readonly record struct StepKey(StepKind Kind, int Index = 0, string? Submission = null)
{
    /// <summary>Digits of an index in a row key.</summary>
    internal const int IndexDigits = 5;

    /// <summary>The step's row key: ordinal order is the order of indexes.</summary>
    public string RowKey => Submission ?? Index.ToString("D5", CultureInfo.InvariantCulture);

    /// <summary>The step's name in blobs, logs and metrics.</summary>
    public string KindName => NameOf(Kind);

    /// <summary>The lower-case name of a kind.</summary>
    public static string NameOf(StepKind kind) =>
        kind switch
        {
            StepKind.Split => "split",
            StepKind.Read => "read",
            StepKind.Plan => "plan",
            StepKind.Extract => "extract",
            StepKind.Ground => "ground",
            StepKind.Publish => "publish",
            StepKind.Notify => "notify",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The kind of a name, or null.</summary>
    public static StepKind? KindOf(string? name) =>
        name switch
        {
            "split" => StepKind.Split,
            "read" => StepKind.Read,
            "plan" => StepKind.Plan,
            "extract" => StepKind.Extract,
            "ground" => StepKind.Ground,
            "publish" => StepKind.Publish,
            "notify" => StepKind.Notify,
            _ => null,
        };
}
