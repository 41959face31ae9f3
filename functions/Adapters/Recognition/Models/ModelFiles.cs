using GroundedDocs.Documents;

namespace GroundedDocs.Adapters.Recognition.Models;

/// <summary>Where the models lie: the three networks of PP-OCR.</summary>
/// <param name="Folder">The folder that holds all three files.</param>
internal sealed record ModelFiles(string Folder)
{
    /// <summary>Finds text regions.</summary>
    public string Detector => Path.Combine(Folder, "ch_PP-OCRv4_det_infer.onnx");

    /// <summary>Reads one line.</summary>
    public string Recognizer => Path.Combine(Folder, "ch_PP-OCRv4_rec_infer.onnx");

    /// <summary>Says whether a line stands on its head.</summary>
    public string Classifier => Path.Combine(Folder, "ch_ppocr_mobile_v2.0_cls_infer.onnx");

    /// <summary>The models of the configured folder, or of <c>models</c> beside the executable.</summary>
    public static Result<ModelFiles> Find(string? configuredFolder)
    {
        var files = new ModelFiles(configuredFolder ?? Path.Combine(AppContext.BaseDirectory, "models"));
        var missing = Array.Find([files.Detector, files.Recognizer, files.Classifier], path => !File.Exists(path));
        return missing is null
            ? files
            : new Failure(
                "recognition.models_missing",
                $"Text recognition has no model file {Path.GetFileName(missing)} in {files.Folder}. Run infra/tools/setup tools and build again, or name the folder in the setting for the recognition models."
            );
    }
}
