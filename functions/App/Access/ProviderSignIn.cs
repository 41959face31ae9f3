using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GroundedDocs.App.Access;

/// <summary>
/// Signs people in at the identity provider: OpenID Connect's code flow with PKCE. Who comes back has the owner and scopes that a token
/// of the same provider has at the API.
/// </summary>
internal sealed class ProviderSignIn(TokenOptions tokens, TokenCallers callers, PageSession sessions)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "provider";

    /// <summary>Where the provider sends people back to; the app's registration there must name it.</summary>
    public const string CallbackPath = "/review/api/session/callback";

    /// <summary>Where on the page somebody lands who is known to the provider and has no role here.</summary>
    private const string NoRole = "/#/sign-in/no-role";

    /// <summary>Where on the page somebody lands whom the provider did not let in, or who took too long.</summary>
    private const string NotSignedIn = "/#/sign-in/failed";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Sends a browser to the provider, and afterwards to a place on the page.</summary>
    /// <param name="place">The fragment of the page's address, such as <c>#/work</c>; anything else leads to the page's start.</param>
    public static IResult Challenge(string? place) =>
        Results.Challenge(
            new AuthenticationProperties { RedirectUri = "/" + (place?.StartsWith("#/", StringComparison.Ordinal) == true ? place : "") },
            [Scheme]
        );

    /// <inheritdoc/>
    public void Configure(OpenIdConnectOptions options) => Configure(Scheme, options);

    /// <inheritdoc/>
    public void Configure(string? name, OpenIdConnectOptions options)
    {
        options.Authority = tokens.Authority;
        options.RequireHttpsMetadata = !tokens.IsOnThisMachine;
        options.ClientId = tokens.ClientId;
        options.ClientSecret = tokens.ClientSecret.Length > 0 ? tokens.ClientSecret : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // As a query the answer comes with a request that carries cookies of SameSite=Lax, on this machine without encryption too.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = CallbackPath;
        options.SignInScheme = PageSession.Scheme;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.RemoteAuthenticationTimeout = Patience;
        TokenRules.Apply(options.TokenValidationParameters);
        options.CorrelationCookie = new PageCookie("groundeddocs-correlation.", SameSiteMode.Lax) { Expiration = Patience };
        options.NonceCookie = new PageCookie("groundeddocs-nonce.", SameSiteMode.Lax) { Expiration = Patience };
        options.Events.OnRedirectToIdentityProvider = SayWhereToComeBack;
        options.Events.OnTicketReceived = LetIn;
        options.Events.OnRemoteFailure = TurnAway;
    }

    /// <summary>The address is the one that the browser knows, not the one behind a proxy.</summary>
    private static Task SayWhereToComeBack(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = ForwardedHeaders.OriginOf(context.Request) + context.Options.CallbackPath;
        return Task.CompletedTask;
    }

    private Task LetIn(TicketReceivedContext context)
    {
        if (context.Principal is { } known && callers.Of(known) is { } caller && caller.Scopes.HasFlag(Scope.Read))
        {
            (context.Principal, context.Properties) = sessions.OfPerson(caller);
        }
        else
        {
            context.Response.Redirect(NoRole);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    private static Task TurnAway(RemoteFailureContext context)
    {
        context.Response.Redirect(NotSignedIn);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
