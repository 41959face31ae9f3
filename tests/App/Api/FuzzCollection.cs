using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>Tests that measure what the whole process holds: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(FuzzCollection), DisableParallelization = true)]
public sealed class FuzzCollection;
