using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.App.Cli;

return args is [SandboxOptions.ReaderVerb] ? await ReaderHost.RunAsync() : await CommandLine.RunAsync(args);
