namespace GroundedDocs.App.Access;

/// <summary>
/// Keys that come with the settings instead of the table: <c>id:name:owner:scope+scope:salt:hash</c>, parted by semicolons, as
/// <c>keys create --setting</c> prints them.
/// </summary>
internal static class ConfiguredKeys
{
    private const int HashBytes = 32;

    private const string Setting = "GROUNDEDDOCS_KEYS";

    /// <summary>Reads the setting; a wrong entry throws <see cref="InvalidOperationException"/> that says which, without its content.</summary>
    public static IReadOnlyList<AccessKey> Read(string? setting) =>
        [
            .. (setting ?? "")
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select((entry, index) => ReadEntry(entry, index + 1)),
        ];

    /// <summary>A key as an entry of the setting.</summary>
    public static string Write(AccessKey key) =>
        string.Join(
            ':',
            key.Id,
            key.Name,
            key.Owner,
            ScopeNames.Write(key.Scopes, '+'),
            Convert.ToHexStringLower(key.Salt),
            Convert.ToHexStringLower(key.Hash)
        );

    private static AccessKey ReadEntry(string entry, int number)
    {
        if (
            entry.Split(':') is [var id, var name, var owner, var scopes, var salt, var hash]
            && AccessKey.IsName(name)
            && AccessKey.IsName(owner)
            && ScopeNames.Parse(scopes.Split('+')) is { } opened
            && Bytes(salt) is { Length: > 0 } saltBytes
            && Bytes(hash) is { Length: HashBytes } hashBytes
        )
        {
            return new AccessKey(id, name, owner, opened, saltBytes, hashBytes);
        }

        throw new InvalidOperationException(
            $"Entry {number} of {Setting} cannot be read; it should be id:name:owner:scopes:salt:hash, as `keys create NAME --setting` prints it."
        );
    }

    private static byte[]? Bytes(string hexadecimal)
    {
        try
        {
            return Convert.FromHexString(hexadecimal);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
