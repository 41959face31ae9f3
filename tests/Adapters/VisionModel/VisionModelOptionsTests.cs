using GroundedDocs.Adapters.VisionModel;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

public sealed class VisionModelOptionsTests
{
    [Theory]
    [InlineData("https://models.example.com/v1", true)]
    [InlineData("http://models.example.com/v1", false)]
    [InlineData("http://203.0.113.7/v1", false)]
    [InlineData("http://[2001:db8::1]/v1", false)]
    [InlineData("ftp://models.example.com/v1", false)]
    [InlineData("http://model/v1", true)]
    [InlineData("http://localhost:8000/v1", true)]
    [InlineData("http://127.0.0.1:8000/v1", true)]
    [InlineData("http://[::1]:8000/v1", true)]
    [InlineData("http://10.1.2.3/v1", true)]
    [InlineData("http://192.168.1.9:8000/v1", true)]
    [InlineData("http://172.31.0.1/v1", true)]
    [InlineData("http://172.32.0.1/v1", false)]
    public void Endpoint_WithoutEncryption_IsForPrivateAddressesOnly(string endpoint, bool isRight) =>
        Assert.Equal(
            isRight,
            !new VisionModelOptions { Endpoint = new Uri(endpoint), Model = "m" }
                .Problems()
                .Any()
        );

    [Fact]
    public void Problems_NameTheSettingAndTheRange()
    {
        var options = new VisionModelOptions
        {
            Endpoint = new Uri("https://models.example.com/v1"),
            Concurrency = 0,
            ApiKey = "k",
            IdentityScope = "s",
            LowDetailPixels = 3_000_000,
        };

        var problems = string.Join('\n', options.Problems());

        Assert.Contains("VisionModel__Concurrency is 0; it must lie between 1 and 256.", problems, StringComparison.Ordinal);
        Assert.Contains("VisionModel__Model", problems, StringComparison.Ordinal);
        Assert.Contains("VisionModel__IdentityScope", problems, StringComparison.Ordinal);
        Assert.Contains("LowDetailPixels", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_WithoutAModel_AreNone() => Assert.Empty(new VisionModelOptions { Concurrency = 0 }.Problems());
}
