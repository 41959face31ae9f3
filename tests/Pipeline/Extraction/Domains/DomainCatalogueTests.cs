using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction.Domains;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction.Domains;

public sealed class DomainCatalogueTests
{
    [Theory]
    [InlineData("document.invoice", "document.invoice")]
    [InlineData("invoice", "document.invoice")]
    [InlineData("US-Drivers-License", "document.us-drivers-license")]
    [InlineData("form-w2", "accounting.form-w2")]
    [InlineData("poem", null)]
    public void Find_NameOrShortName_GivesTheDomain(string name, string? expected) =>
        Assert.Equal(expected, DomainCatalogue.Find(name)?.Name);

    [Fact]
    public void Invoice_CarriesBothNameSets()
    {
        var names = DomainCatalogue.Find("invoice")!.Schema.Root.Properties.Select(p => p.Name).ToList();

        string[] both = ["issuer", "customer", "tax", "total", "issuer_name", "customer_name", "tax_amount", "total_amount"];
        Assert.Empty(both.Except(names));
    }

    [Fact]
    public void All_Domains_HaveNamesDescriptionsAndFieldsThatSayWhatTheyAre() =>
        Assert.All(
            DomainCatalogue.All,
            domain =>
            {
                Assert.NotEmpty(domain.Description);
                Assert.All(
                    domain.Schema.Root.Properties,
                    property => Assert.False(string.IsNullOrEmpty(property.Description), property.Name)
                );
            }
        );

    [Fact]
    public void All_Rows_AreObjects() =>
        Assert.All(
            DomainCatalogue
                .All.SelectMany(d => d.Schema.Root.Properties)
                .OfType<ArraySchema>()
                .Where(a => a.Name is "items" or "table_item" or "fields"),
            array => Assert.IsType<ObjectSchema>(array.Items)
        );
}
