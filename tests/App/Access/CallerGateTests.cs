using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using GroundedDocs.App.Access;
using GroundedDocs.Emulation;
using GroundedDocs.Tests.App.Api;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace GroundedDocs.Tests.App.Access;

public sealed class CallerGateTests
{
    private const string Issuer = "https://login.example.com/tenant/v2.0";

    private static readonly string[] OpenRoutes =
    [
        "/",
        "/health/live",
        "/health/ready",
        "/v1/health",
        "/v1/files/upload/{owner}/{id}/{secret}",
        // The page itself holds no document; it asks for a key and signs in here.
        "/review/{version}/{**path}",
        "/review/api/session",
        "/review/api/session/provider",
        // The Functions host alone may call these; they have a gate of their own.
        "/DocumentDropped",
        "/DocumentDroppedEvent",
        "/RunStep",
        "/StepPoisoned",
        "/Sweep",
    ];

    [Fact]
    public async Task Routes_NeedACallerUnlessTheyAreListedHere()
    {
        await using var host = await ApiHost.StartAsync();

        var open = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<CallerRequirement>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => !path.StartsWith("/docs", StringComparison.Ordinal) && !path.StartsWith("/openapi", StringComparison.Ordinal));

        Assert.Empty(open.Except(OpenRoutes, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Request_OnceAKeyExists_NeedsAValidOne()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await host.MakeKeyAsync("ada");

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("v1/models", key)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("v1/models")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("v1/models", "invalid-api-key")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("v1/models", key + "x")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("v1/health")).Status);
    }

    [Fact]
    public async Task Key_WithLessScope_IsForbidden()
    {
        await using var host = await ApiHost.StartAsync();
        var reader = await host.MakeKeyAsync("ada", Scope.Read);
        var operating = await host.MakeKeyAsync("ops", Scope.Admin);

        var (status, error) = await host.PostAsync("v1/document/generate", "{}", reader);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("'write'", (string?)error!["detail"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("admin/jobs", reader)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("admin/jobs", operating)).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Host", "docs.example.com")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "docs.example.com")]
    [InlineData("Host", "127.0.0.1.example.com")]
    [InlineData("Origin", "https://evil.example.com")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Request_WithoutAnyKey_IsServedOnlyFromThisMachine(string header, string value)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, _) = await host.SendAsync(HttpMethod.Get, "v1/models", null, headers: [(header, value)]);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("v1/models")).Status);
    }

    [Theory]
    [InlineData("Production", null, HttpStatusCode.Unauthorized)]
    [InlineData("Development", null, HttpStatusCode.OK)]
    [InlineData("Development", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("Development", "203.0.113.9", HttpStatusCode.Unauthorized)]
    public async Task Request_UnderTheFunctionsHostWithoutAnyKey_IsServedInDevelopmentAlone(
        string environment,
        string? forwardedFor,
        HttpStatusCode expected
    )
    {
        await using var host = await ApiHost.StartAsync([
            $"FUNCTIONS_CUSTOMHANDLER_PORT={FreePorts.TakeOne()}",
            $"AZURE_FUNCTIONS_ENVIRONMENT={environment}",
        ]);
        (string, string)[] headers = forwardedFor is null
            ? []
            : [("X-Forwarded-For", forwardedFor), ("X-Forwarded-Host", "localhost:7071")];

        var (status, _) = await host.SendAsync(HttpMethod.Get, "v1/models", null, headers: headers);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Triggers_CalledThroughTheProxy_AreRefused()
    {
        await using var host = await ApiHost.StartAsync();

        var (status, _) = await host.SendAsync(
            HttpMethod.Post,
            "RunStep",
            new StringContent("{}"),
            headers: [("X-Azure-Functions-InvocationId", "1"), ("X-Forwarded-For", "127.0.0.1")]
        );

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Token_OfTheIdentityProvider_IsACallerOfItsOwn()
    {
        using var rsa = RSA.Create(2048);
        var signing = new RsaSecurityKey(rsa) { KeyId = "test" };
        await using var host = await ApiHost.StartAsync(
            [$"Jwt:Authority={Issuer}", "Jwt:Audience=api://groundeddocs"],
            replace: services =>
                services.PostConfigure<JwtBearerOptions>(
                    JwtBearerDefaults.AuthenticationScheme,
                    options =>
                    {
                        var provider = new OpenIdConnectConfiguration { Issuer = Issuer };
                        provider.SigningKeys.Add(signing);
                        options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(provider);
                    }
                )
        );

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("v1/files", Token(signing, "read write"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("v1/files", Token(signing, "write"))).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await host.GetAsync("v1/files", Token(signing, "read", audience: "api://other"))).Status
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("v1/files", Token(signing, "read", isExpired: true))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("v1/files")).Status);
        using var other = RSA.Create(2048);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await host.GetAsync("v1/files", Token(new RsaSecurityKey(other) { KeyId = "test" }, "read"))).Status
        );
    }

    private static string Token(RsaSecurityKey key, string scopes, string audience = "api://groundeddocs", bool isExpired = false)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = audience,
                Subject = new ClaimsIdentity([new Claim("oid", "ada"), new Claim("scp", scopes)]),
                NotBefore = now.AddHours(-2),
                IssuedAt = now.AddHours(-2),
                Expires = isExpired ? now.AddHours(-1) : now.AddHours(1),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
    }
}
