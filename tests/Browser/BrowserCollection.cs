using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>Tests that share one app and one browser run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ReviewApp>
{
    public const string Name = "browser";
}
