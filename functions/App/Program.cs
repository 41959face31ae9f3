using GroundedDocs.Adapters.Sandbox;

return args is [SandboxOptions.ReaderVerb] ? await ReaderHost.RunAsync() : 0;
