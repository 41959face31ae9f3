using System.Text.Json.Nodes;
using GroundedDocs.App.Evaluation.Boxes;

namespace GroundedDocs.App.Evaluation;

/// <summary>Writes figures as JSON, rounded to four decimals.</summary>
internal static class FigureJson
{
    public static JsonObject Write(Figures figures) =>
        new()
        {
            ["documents"] = figures.Documents,
            ["missing"] = figures.Missing,
            ["errors"] = figures.Errors,
            ["truth_fields"] = figures.TruthFields,
            ["predicted"] = figures.Predicted,
            ["outside_truth"] = figures.OutsideTruth,
            ["value"] = Write(figures.Value),
            ["grounded"] = Write(figures.Grounded),
            ["boxes"] = With(Write(figures.Boxes), "any_box", Round(figures.AnyBox)),
            ["strict"] = Write(figures.Strict),
            ["map"] = new JsonObject { ["answered"] = Round(figures.MeanPrecisionOfAnswered), ["all"] = Round(figures.MeanPrecisionOfAll) },
            ["bands"] = new JsonObject(
                figures.Bands.Select(band =>
                    KeyValuePair.Create<string, JsonNode?>(
                        band.Band,
                        new JsonObject { ["share"] = Round(band.Share), ["precision"] = Round(band.Precision) }
                    )
                )
            ),
            ["auroc"] = Round(figures.Auroc),
            ["milliseconds"] = figures.Time is { } time ? new JsonObject { ["median"] = time.Median, ["p95"] = time.Percentile95 } : null,
            ["cost"] = figures.Cost is { } cost
                ? new JsonObject
                {
                    ["currency"] = cost.Currency,
                    ["total"] = Round(cost.Total),
                    ["per_document"] = Round(cost.PerDocument),
                    ["per_page"] = Round(cost.PerPage),
                    ["per_correct_field"] = Round(cost.PerCorrectField),
                }
                : null,
            ["reading"] = figures.Reading is { } reading
                ? With(Write(reading.Words), "character_error_rate", Round(reading.CharacterErrorRate))
                : null,
        };

    private static JsonObject Write(Accuracy accuracy) =>
        new()
        {
            ["precision"] = Round(accuracy.Precision),
            ["recall"] = Round(accuracy.Recall),
            ["f1"] = Round(accuracy.F1),
        };

    private static JsonObject Write(BoxFigures boxes) =>
        boxes.Count == 0
            ? new JsonObject { ["n"] = 0 }
            : new JsonObject
            {
                ["n"] = boxes.Count,
                ["iou50"] = Round(boxes.AtHalf),
                ["iou30"] = Round(boxes.AtThird),
                ["mean_iou"] = Round(boxes.Mean),
            };

    private static JsonObject With(JsonObject written, string name, JsonNode? value)
    {
        written[name] = value;
        return written;
    }

    private static JsonNode? Round(decimal? price) => price is { } known ? JsonValue.Create(Math.Round(known, 8)) : null;

    private static JsonNode? Round(double? share) => share is { } known ? JsonValue.Create(Math.Round((decimal)known, 4)) : null;
}
