using System.Globalization;
using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Benchmarks.Extraction;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Benchmarks.Load;
using GroundedDocs.Benchmarks.ModelGrounding;
using GroundedDocs.Benchmarks.Scale;

// A program of its own, so that it must be able to open files in child processes as the app does.
return args switch
{
    [SandboxOptions.ReaderVerb] => await ReaderHost.RunAsync(),
    ["model-grounding", var dataset, var output] => await ModelGroundingRun.RunAsync(dataset, output, agreement: false),
    ["model-grounding", var dataset, var output, "--agreement"] => await ModelGroundingRun.RunAsync(dataset, output, agreement: true),
    ["model-recording", var folder, var port, .. var real] => await ModelRecordingRun.RunAsync(folder, Count(port), real.FirstOrDefault()),
    ["grounding-speed", var results] => SpeedRun.Run(results),
    ["grounding-scenarios", var data, var cache, var results] => await ScenarioRun.RunAsync(data, cache, results),
    ["calibrate", var data, var cache, var version, var output] => await CalibrationRun.RunAsync(data, cache, version, output),
    ["extraction", var data, var cache, .. var sets] => await ExtractionRun.RunAsync(data, cache, sets),
    ["load", var requests, var many, .. var results] => await LoadRun.RunAsync(Count(requests), Count(many), results.FirstOrDefault()),
    ["scale", var documents, var pages, .. var results] => await ScaleRun.RunAsync(
        Count(documents),
        Count(pages),
        results.FirstOrDefault()
    ),
    [ScaleWorker.Verb, var port] => await ScaleWorker.RunAsync(port),
    _ => Usage(),
};

static int Count(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: model-grounding DATASET_FOLDER OUTPUT_FOLDER [--agreement]
               model-recording FOLDER PORT [URL_OF_THE_SERVER_TO_RECORD]
               grounding-speed RESULTS_FILE
               grounding-scenarios DATA_FOLDER CACHE_FOLDER RESULTS_FILE
               calibrate DATA_FOLDER CACHE_FOLDER VERSION CALIBRATION_FILE
               extraction DATA_FOLDER CACHE_FOLDER [SET...] [--answers FILE]
               load REQUESTS REQUESTS_FOR_MEMORY [RESULTS_FILE]
               scale DOCUMENTS PAGES_EACH [RESULTS_FILE]
        """
    );
    return 2;
}
