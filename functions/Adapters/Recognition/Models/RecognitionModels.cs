using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Models.Latin;
using GroundedDocs.Adapters.Recognition.Models.Rewriting;
using GroundedDocs.Documents;
using Microsoft.ML.OnnxRuntime;

namespace GroundedDocs.Adapters.Recognition.Models;

/// <summary>The three networks, loaded and ready to run from any thread.</summary>
internal sealed class RecognitionModels : IDisposable
{
    private RecognitionModels(Network detector, Network recognizer, Network classifier, CharacterSet characters)
    {
        Detector = detector;
        Recognizer = recognizer;
        Classifier = classifier;
        Characters = characters;
    }

    /// <summary>Raster → probability of text at each pixel.</summary>
    public Network Detector { get; }

    /// <summary>Line of 48 pixels height → probabilities of the classes of <see cref="Characters"/> at each time step.</summary>
    public Network Recognizer { get; }

    /// <summary>Line of 48 × 192 pixels → probability of standing upright, of standing on its head.</summary>
    public Network Classifier { get; }

    /// <summary>What the recogniser's classes stand for.</summary>
    public CharacterSet Characters { get; }

    /// <summary>
    /// Reads, rewrites and starts the models; takes about half a second. Damaged files are a failure, not an exception.
    /// </summary>
    public static Result<RecognitionModels> Load(RecognitionOptions options)
    {
        if (!ModelFiles.Find(options.ModelsFolder).TryGet(out var files, out var missing))
        {
            return missing;
        }

        var opened = new List<Network>();
        try
        {
            var layers = LatinLayers.Load();
            opened.Add(new Network(ModelRewriting.Simplified(File.ReadAllBytes(files.Detector)), options.ThreadsPerWorker));
            opened.Add(new Network(ModelRewriting.Simplified(File.ReadAllBytes(files.Recognizer), layers), options.ThreadsPerWorker));
            opened.Add(new Network(File.ReadAllBytes(files.Classifier), options.ThreadsPerWorker));
            return new RecognitionModels(opened[0], opened[1], opened[2], new CharacterSet(layers.Characters));
        }
        catch (Exception damage) when (damage is OnnxRuntimeException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            opened.ForEach(network => network.Dispose());
            return new Failure(
                "recognition.models_damaged",
                $"The text recognition models in {files.Folder} cannot be used ({damage.GetType().Name}). Delete the folder and run infra/tools/setup tools again."
            );
        }
    }

    public void Dispose()
    {
        Detector.Dispose();
        Recognizer.Dispose();
        Classifier.Dispose();
    }
}
