using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Benchmarks.Extraction;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Benchmarks.ModelGrounding;

// A program of its own, so that it must be able to open files in child processes as the app does.
return args switch
{
    [SandboxOptions.ReaderVerb] => await ReaderHost.RunAsync(),
    ["model-grounding", var dataset, var output] => await ModelGroundingRun.RunAsync(dataset, output, agreement: false),
    ["model-grounding", var dataset, var output, "--agreement"] => await ModelGroundingRun.RunAsync(dataset, output, agreement: true),
    ["grounding-speed", var results] => SpeedRun.Run(results),
    ["grounding-scenarios", var data, var cache, var results] => await ScenarioRun.RunAsync(data, cache, results),
    ["calibrate", var data, var cache, var version, var output] => await CalibrationRun.RunAsync(data, cache, version, output),
    ["extraction", var data, var cache, .. var sets] => await ExtractionRun.RunAsync(data, cache, sets),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: model-grounding DATASET_FOLDER OUTPUT_FOLDER [--agreement]
               grounding-speed RESULTS_FILE
               grounding-scenarios DATA_FOLDER CACHE_FOLDER RESULTS_FILE
               calibrate DATA_FOLDER CACHE_FOLDER VERSION CALIBRATION_FILE
               extraction DATA_FOLDER CACHE_FOLDER [SET...] [--answers FILE]
        """
    );
    return 2;
}
