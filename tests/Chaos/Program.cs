using GroundedDocs.Chaos;

return args switch
{
    [ChaosWorker.Verb, var port] => await ChaosWorker.RunAsync(port),
    _ when ChaosOptions.TryParse(args) is { } options => await ChaosRun.RunAsync(options, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(ChaosOptions.Usage);
    return 2;
}
