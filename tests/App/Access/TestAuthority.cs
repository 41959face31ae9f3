using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GroundedDocs.Tests.App.Access;

/// <summary>
/// An identity provider on a loopback port: discovery, keys, authorisation and tokens of OpenID Connect's code flow with PKCE. Whoever
/// comes is <see cref="Person"/>, without being asked.
/// </summary>
internal sealed class TestAuthority : IAsyncDisposable
{
    public const string ClientId = "review-page";
    public const string ClientSecret = "known to the app alone";
    public const string Audience = "api://groundeddocs";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private readonly RsaSecurityKey key;

    private TestAuthority(int port)
    {
        key = new RsaSecurityKey(rsa) { KeyId = "test" };
        Issuer = $"http://127.0.0.1:{port}/tenant";
        app = LocalWeb.CreateBuilder(port).Build();
        app.MapGet("/tenant/.well-known/openid-configuration", Discovery);
        app.MapGet("/tenant/keys", Keys);
        app.MapGet("/tenant/authorize", Authorize);
        app.MapPost("/tenant/token", (Delegate)TokenAsync);
    }

    /// <summary>The provider's address, which is also the issuer of its tokens.</summary>
    public string Issuer { get; }

    /// <summary>Who comes: the claims that tokens have about them.</summary>
    public IReadOnlyList<Claim> Person { get; set; } =
    [new("oid", "ada"), new("preferred_username", "ada@example.com"), new("roles", "read")];

    /// <summary>The settings of an app that trusts this provider.</summary>
    public string[] Settings =>
        [$"Jwt:Authority={Issuer}", $"Jwt:Audience={Audience}", $"Jwt:ClientId={ClientId}", $"Jwt:ClientSecret={ClientSecret}"];

    /// <summary>Starts a provider.</summary>
    public static async Task<TestAuthority> StartAsync()
    {
        var authority = new TestAuthority(FreePorts.TakeOne());
        await authority.app.StartAsync();
        return authority;
    }

    /// <summary>A token about <see cref="Person"/> as programs send it.</summary>
    public string AccessToken() => Write(Audience, Person);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private IResult Discovery() =>
        Json(
            new JsonObject
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = Issuer + "/authorize",
                ["token_endpoint"] = Issuer + "/token",
                ["jwks_uri"] = Issuer + "/keys",
                ["response_types_supported"] = new JsonArray("code"),
                ["subject_types_supported"] = new JsonArray("pairwise"),
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            }
        );

    private IResult Keys()
    {
        var shown = rsa.ExportParameters(false);
        return Json(
            new JsonObject
            {
                ["keys"] = new JsonArray(
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = key.KeyId,
                        ["n"] = Base64UrlEncoder.Encode(shown.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(shown.Exponent),
                    }
                ),
            }
        );
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        codes[code] = new Asked(query["redirect_uri"].ToString(), query["code_challenge"].ToString(), query["nonce"].ToString());
        return Results.Redirect($"{query["redirect_uri"]}{QueryString.Create("code", code).Add("state", query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (
            !codes.TryRemove(form["code"].ToString(), out var asked)
            || form["redirect_uri"] != asked.RedirectUri
            || form["client_secret"] != ClientSecret
            || verifier != asked.Challenge
        )
        {
            return Results.Json(new JsonObject { ["error"] = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Json(
            new JsonObject
            {
                ["id_token"] = Write(ClientId, [.. Person, new Claim("nonce", asked.Nonce), new Claim("sub", "pairwise")]),
                ["access_token"] = "opaque",
                ["token_type"] = "Bearer",
                ["expires_in"] = 3600,
            }
        );
    }

    private string Write(string audience, IEnumerable<Claim> claims)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = audience,
                Subject = new ClaimsIdentity(claims),
                NotBefore = now,
                IssuedAt = now,
                Expires = now.AddHours(1),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    private sealed record Asked(string RedirectUri, string Challenge, string Nonce);
}
