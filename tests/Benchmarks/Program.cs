using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Benchmarks.ModelGrounding;

// A program of its own, so that it must be able to open files in child processes as the app does.
return args switch
{
    [SandboxOptions.ReaderVerb] => await ReaderHost.RunAsync(),
    ["model-grounding", var dataset, var output] => await ModelGroundingRun.RunAsync(dataset, output, agreement: false),
    ["model-grounding", var dataset, var output, "--agreement"] => await ModelGroundingRun.RunAsync(dataset, output, agreement: true),
    ["grounding-speed"] => SpeedRun.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: model-grounding DATASET_FOLDER OUTPUT_FOLDER [--agreement] | grounding-speed");
    return 2;
}
