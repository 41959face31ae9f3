using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.App.Cli.Output;

/// <summary>Writes a layout: what <c>read</c> answers. Boxes are <c>[x, y, w, h]</c>, 0..1 of the upright page; pages count from 1.</summary>
internal static class LayoutJson
{
    public static JsonObject Write(DocumentLayout layout) => new() { ["pages"] = new JsonArray([.. layout.Pages.Select(Write)]) };

    private static JsonObject Write(PageLayout page) =>
        new()
        {
            ["page"] = page.PageNumber,
            ["width"] = page.Size.Width,
            ["height"] = page.Size.Height,
            ["applied_rotation"] = page.AppliedRotationDegrees,
            ["skew"] = Math.Round(page.SkewDegrees, 2),
            ["words"] = new JsonArray([.. page.Words.Select(Write)]),
            ["lines"] = new JsonArray([.. page.Lines.Select(line => Write(page, line))]),
            ["check_boxes"] = new JsonArray([.. page.CheckBoxes.Select(Write)]),
            ["note"] = page.Note,
            ["error"] = page.Failure?.Message,
        };

    private static JsonObject Write(Word word) =>
        new()
        {
            ["text"] = word.Text,
            ["box"] = Write(word.Box),
            ["confidence"] = Math.Round(word.Confidence, 4),
            ["source"] = NameOf(word.Source),
        };

    private static JsonObject Write(PageLayout page, Line line) =>
        new()
        {
            ["text"] = page.TextOf(line),
            ["box"] = Write(line.Box),
            ["confidence"] = Math.Round(page.WordsOf(line).Min(word => word.Confidence), 4),
            ["source"] = NameOf(page.Words[line.FirstWord].Source),
            ["first_word"] = line.FirstWord,
            ["word_count"] = line.WordCount,
        };

    private static JsonObject Write(CheckBox checkBox) =>
        new()
        {
            ["selected"] = checkBox.IsSelected,
            ["box"] = Write(checkBox.Box),
            ["confidence"] = Math.Round(checkBox.Confidence, 4),
            ["source"] = NameOf(checkBox.Source),
            ["field_name"] = checkBox.FieldName,
        };

    private static JsonArray Write(BoundingBox box) =>
        new([.. new[] { box.Left, box.Top, box.Width, box.Height }.Select(edge => JsonValue.Create(Math.Round(edge, 6)))]);

    private static string NameOf(WordSource source) =>
        source switch
        {
            WordSource.TextLayer => "text_layer",
            WordSource.Recognition => "ocr",
            WordSource.FormField => "form_field",
            _ => "service",
        };
}
