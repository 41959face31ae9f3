using System.Security.Cryptography;
using System.Text;

namespace GroundedDocs.App.Access;

/// <summary>A key as it is kept: never the key itself.</summary>
/// <param name="Id">12 hexadecimal digits; the public part of the key, by which it is found.</param>
/// <param name="Name">What its maker calls it.</param>
/// <param name="Owner">Whose it is; several keys may share an owner.</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="Salt">Random bytes that go before the secret.</param>
/// <param name="Hash">
/// SHA-256 of salt and secret. One round is enough: the secret is 256 random bits, which nobody finds by trying, unlike a password.
/// </param>
internal sealed record AccessKey(string Id, string Name, string Owner, Scope Scopes, byte[] Salt, byte[] Hash)
{
    /// <summary>Longest name of a key or an owner.</summary>
    public const int MaxNameCharacters = 64;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops opening anything; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Who its bearer is.</summary>
    public Caller Caller => new(Owner, Name, Scopes);

    /// <summary>Whether it opens anything at a moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => RevokedAt is null && !(ExpiresAt <= moment);

    /// <summary>Whether a secret is this key's, in constant time.</summary>
    public bool Matches(string secret) => CryptographicOperations.FixedTimeEquals(Hash, HashOf(Salt, secret));

    /// <summary>Makes a key of the operating system's randomness.</summary>
    /// <returns>The key to keep, and the text to hand out once.</returns>
    public static (AccessKey Key, string Token) Create(string name, string owner, Scope scopes, DateTimeOffset now)
    {
        var token = KeyToken.Create();
        var salt = RandomNumberGenerator.GetBytes(16);
        return (new AccessKey(token.Id, name, owner, scopes, salt, HashOf(salt, token.Secret)) { CreatedAt = now }, token.ToString());
    }

    /// <summary>Whether a text can name a key or an owner: letters, digits, dots, dashes and underscores.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameCharacters && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static byte[] HashOf(byte[] salt, string secret) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(secret)]);
}
