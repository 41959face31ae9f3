using GroundedDocs.App.Composition;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Access;

/// <summary>
/// Finds the caller of a request: by its key, by the session of a browser that signed in, by a token of the identity provider, or, while
/// there is no key at all, by its being at this machine.
/// </summary>
internal sealed class CallerReader(KeyRing keys, PageSession sessions, TokenCallers tokens, LocalRule local, Readiness readiness)
{
    private const string Scheme = "Bearer ";

    /// <summary>The caller, or null when the request shows nothing valid.</summary>
    /// <exception cref="StorageUnavailableException">The keys cannot be read.</exception>
    public async Task<Caller?> ReadAsync(HttpContext context)
    {
        if (!readiness.StorageReady.IsCompletedSuccessfully)
        {
            throw new StorageUnavailableException();
        }

        var bearer = BearerOf(context.Request);
        if (!await NeedsKeyAsync(context.RequestAborted))
        {
            return local.Admits(context) ? Caller.Local : null;
        }

        if (bearer is null)
        {
            return await sessions.CallerAsync(context);
        }

        return KeyToken.TryParse(bearer) is { } token
            ? (await keys.FindAsync(token, context.RequestAborted))?.Caller
            : await tokens.CallerAsync(context);
    }

    private async Task<bool> NeedsKeyAsync(CancellationToken cancellationToken) =>
        tokens.IsConfigured || await keys.HasKeysAsync(cancellationToken);

    private static string? BearerOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }
}
