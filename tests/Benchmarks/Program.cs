using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Benchmarks.ModelGrounding;

// A program of its own, so that it must be able to open files in child processes as the app does.
return args switch
{
    [SandboxOptions.ReaderVerb] => await ReaderHost.RunAsync(),
    ["model-grounding", var dataset, var output] => await ModelGroundingRun.RunAsync(dataset, output, count: int.MaxValue),
    ["model-grounding", var dataset, var output, var count] => await ModelGroundingRun.RunAsync(dataset, output, int.Parse(count)),
    ["grounding-speed"] => SpeedRun.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: model-grounding DATASET_FOLDER OUTPUT_FOLDER [DOCUMENTS] | grounding-speed");
    return 2;
}
