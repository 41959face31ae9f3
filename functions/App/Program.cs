using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.App.Composition;

return args switch
{
    [SandboxOptions.ReaderVerb] => await ReaderHost.RunAsync(),
    [] => await Server.RunAsync([]),
    ["serve", .. var settings] => await Server.RunAsync(settings),
    _ => 2,
};
