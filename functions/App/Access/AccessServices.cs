using GroundedDocs.App.Options;
using GroundedDocs.Orchestration.Ports;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace GroundedDocs.App.Access;

/// <summary>Puts the room together.</summary>
internal static class AccessServices
{
    /// <summary>Adds what tells callers apart.</summary>
    public static void AddCallers(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options.Tokens);
        services.AddSingleton<TokenCallers>();
        services.AddSingleton<LocalRule>();
        services.AddSingleton<KeySession>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton(provider => new KeyRing(
            options.Keys,
            new KeyTable(provider.GetRequiredService<StoragePorts>().Tables),
            provider.GetRequiredService<TimeProvider>()
        ));
        if (options.Tokens.IsConfigured)
        {
            services.AddAuthentication().AddJwtBearer(bearer => Configure(bearer, options.Tokens));
        }
    }

    private static void Configure(JwtBearerOptions bearer, TokenOptions tokens)
    {
        bearer.Authority = tokens.Authority;
        bearer.Audience = tokens.Audience;
        // Claims keep the names that the provider gives them.
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        bearer.TokenValidationParameters.RequireExpirationTime = true;
        bearer.TokenValidationParameters.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256,
            SecurityAlgorithms.RsaSha384,
            SecurityAlgorithms.RsaSha512,
            SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.EcdsaSha256,
        ];
    }
}
