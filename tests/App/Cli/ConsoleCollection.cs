using Xunit;

namespace GroundedDocs.Tests.App.Cli;

/// <summary>Tests that redirect the console must not run beside others.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public sealed class ConsoleCollection;
