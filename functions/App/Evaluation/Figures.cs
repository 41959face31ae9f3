using GroundedDocs.App.Evaluation.Bands;
using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.App.Evaluation.Reading;

namespace GroundedDocs.App.Evaluation;

/// <summary>What a run is worth on a data set. All shares are 0..1; null where there is nothing to share.</summary>
internal sealed record Figures
{
    /// <summary>Documents of the set.</summary>
    public required int Documents { get; init; }

    /// <summary>Documents without an answer.</summary>
    public required int Missing { get; init; }

    /// <summary>Documents that failed.</summary>
    public required int Errors { get; init; }

    /// <summary>True values.</summary>
    public required int TruthFields { get; init; }

    /// <summary>Answers to fields that the truth speaks of.</summary>
    public required int Predicted { get; init; }

    /// <summary>Answers to fields that the truth says nothing about; they count neither way.</summary>
    public required int OutsideTruth { get; init; }

    /// <summary>Values equal to the truth: numbers and dates by value, text without case and spaces.</summary>
    public required Accuracy Value { get; init; }

    /// <summary>The same, but a hit also needs a box that fits at 0.5 on the right page.</summary>
    public required Accuracy Grounded { get; init; }

    /// <summary>Boxes of right values whose place is known.</summary>
    public required BoxFigures Boxes { get; init; }

    /// <summary>Share of those with any box.</summary>
    public required double? AnyBox { get; init; }

    /// <summary>As <see cref="Boxes"/>, only values that stand in one place.</summary>
    public required BoxFigures Strict { get; init; }

    /// <summary>Mean over overlaps .50 to .95 of the share boxed that well, of right values.</summary>
    public required double? MeanPrecisionOfAnswered { get; init; }

    /// <summary>The same, of all values whose place is known.</summary>
    public required double? MeanPrecisionOfAll { get; init; }

    /// <summary>Share and precision of each confidence band.</summary>
    public required IReadOnlyList<BandFigures> Bands { get; init; }

    /// <summary>Area under the curve of score against right value.</summary>
    public required double? Auroc { get; init; }

    /// <summary>Time per document; null when the run does not say.</summary>
    public required TimeFigures? Time { get; init; }

    /// <summary>What it cost; null when nothing has a price.</summary>
    public required CostFigures? Cost { get; init; }

    /// <summary>The counts per column.</summary>
    public required IReadOnlyDictionary<string, ColumnTally> Columns { get; init; }

    /// <summary>How well the text was read; null where nobody transcribed it.</summary>
    public ReadFigures? Reading { get; init; }
}
