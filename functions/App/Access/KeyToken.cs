using System.Buffers.Text;
using System.Security.Cryptography;

namespace GroundedDocs.App.Access;

/// <summary>A key as its bearer sends it: <c>gd_&lt;id&gt;_&lt;secret&gt;</c>.</summary>
/// <param name="Id">12 hexadecimal digits.</param>
/// <param name="Secret">256 random bits as base64url.</param>
internal readonly record struct KeyToken(string Id, string Secret)
{
    private const string Prefix = "gd_";
    private const int IdDigits = 12;
    private const int SecretBytes = 32;
    private const int MaxCharacters = 200;

    public static KeyToken Create() =>
        new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdDigits / 2)),
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))
        );

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static KeyToken? TryParse(string text)
    {
        var separator = Prefix.Length + IdDigits;
        return
            text.Length > separator + 1
            && text.Length <= MaxCharacters
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text[separator] == '_'
            ? new KeyToken(text[Prefix.Length..separator], text[(separator + 1)..])
            : null;
    }

    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
