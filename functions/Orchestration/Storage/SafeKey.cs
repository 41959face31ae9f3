using System.Security.Cryptography;
using System.Text;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>Makes table keys of any text: tables forbid some characters and limit the length.</summary>
internal static class SafeKey
{
    private const int MaxCharacters = 64;
    private const int HashDigits = 32;

    /// <summary>The text itself when it is short and plain, else a tilde and its hash.</summary>
    public static string Of(string text) =>
        text.Length is > 0 and <= MaxCharacters && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : "~" + Hash(text);

    /// <summary>The first 32 hexadecimal digits of the text's SHA-256.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
}
