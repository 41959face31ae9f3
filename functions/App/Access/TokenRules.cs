using Microsoft.IdentityModel.Tokens;

namespace GroundedDocs.App.Access;

/// <summary>What every token of the identity provider must keep to, beside its signature, issuer and audience.</summary>
internal static class TokenRules
{
    /// <summary>Tightens the library's own rules.</summary>
    public static void Apply(TokenValidationParameters rules)
    {
        rules.ClockSkew = TimeSpan.FromMinutes(1);
        rules.RequireExpirationTime = true;
        rules.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256,
            SecurityAlgorithms.RsaSha384,
            SecurityAlgorithms.RsaSha512,
            SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.EcdsaSha256,
        ];
    }
}
