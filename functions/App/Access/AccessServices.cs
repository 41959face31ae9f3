using GroundedDocs.App.Options;
using GroundedDocs.Orchestration.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

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
        services.AddSingleton<PageSession>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton(provider => new KeyRing(
            options.Keys,
            new KeyTable(provider.GetRequiredService<StoragePorts>().Tables),
            provider.GetRequiredService<TimeProvider>()
        ));
        AddSessions(services);
        AddProvider(services.AddAuthentication().AddCookie(PageSession.Scheme, Configure), options.Tokens);
        LoadSessionKeysLate(services);
    }

    /// <summary>The library would read its keys before the app listens, when storage may not be there yet.</summary>
    private static void LoadSessionKeysLate(IServiceCollection services)
    {
        var library = typeof(IDataProtectionBuilder).Assembly;
        foreach (
            var eager in services
                .Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == library)
                .ToArray()
        )
        {
            services.Remove(eager);
        }
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<SessionKeys>();
        // All processes of a deployment read each other's cookies, wherever their files lie.
        services.AddDataProtection().SetApplicationName("GroundedDocs");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<SessionKeys>((management, sessionKeys) => management.XmlRepository = sessionKeys);
    }

    private static void AddProvider(AuthenticationBuilder authentication, TokenOptions tokens)
    {
        if (tokens.AcceptsTokens)
        {
            authentication.AddJwtBearer(bearer => Configure(bearer, tokens));
        }

        if (tokens.SignsPeopleIn)
        {
            authentication.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ProviderSignIn>();
            authentication.AddOpenIdConnect(ProviderSignIn.Scheme, _ => { });
        }
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie = new PageCookie("groundeddocs-session", SameSiteMode.Strict);
        cookie.SlidingExpiration = false;
        cookie.ExpireTimeSpan = PageSession.Lifetime;
    }

    private static void Configure(JwtBearerOptions bearer, TokenOptions tokens)
    {
        bearer.Authority = tokens.Authority;
        bearer.RequireHttpsMetadata = !tokens.IsOnThisMachine;
        bearer.Audience = tokens.Audience;
        // Claims keep the names that the provider gives them.
        bearer.MapInboundClaims = false;
        TokenRules.Apply(bearer.TokenValidationParameters);
    }
}
