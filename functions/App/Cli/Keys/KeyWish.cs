using GroundedDocs.App.Access;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli.Keys;

/// <summary>A key as somebody asks for it.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Owner">Whose it is; the name if missing.</param>
/// <param name="Scopes">What it opens, separated by commas.</param>
/// <param name="Days">Days until it expires; null for never.</param>
internal sealed record KeyWish(string Name, string? Owner, string Scopes, int? Days)
{
    /// <summary>The key and the text to hand out, or what is wrong with the wish.</summary>
    public Result<(AccessKey Key, string Token)> Fulfil(DateTimeOffset now)
    {
        var owner = Owner ?? Name;
        if (!AccessKey.IsName(Name) || !AccessKey.IsName(owner))
        {
            return new Failure(
                "key.name",
                $"Names and owners have 1 to {AccessKey.MaxNameCharacters} letters, digits, dots, dashes or underscores."
            );
        }

        if (ScopeNames.Parse(Scopes.Split(',', StringSplitOptions.TrimEntries)) is not { } scopes)
        {
            return new Failure("key.scopes", "--scopes must name some of read, write, admin, separated by commas.");
        }

        if (Days is < 1 or > 3_650)
        {
            return new Failure("key.days", "--days must be from 1 to 3650.");
        }

        var (key, token) = AccessKey.Create(Name, owner, scopes, now);
        return (key with { ExpiresAt = Days is { } days ? now + TimeSpan.FromDays(days) : null }, token);
    }
}
