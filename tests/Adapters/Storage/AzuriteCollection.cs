using Xunit;

namespace GroundedDocs.Tests.Adapters.Storage;

/// <summary>Tests that share one Azurite run one after the other: they share its queues.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "azurite";
}
