using System.Globalization;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.App.Access;
using GroundedDocs.App.Options;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Cli.Keys;

/// <summary>What the <c>keys</c> verbs do, directly on the storage account that the environment names.</summary>
internal static class KeyCommands
{
    /// <summary>Makes a key. The key itself goes to standard output and is kept nowhere.</summary>
    public static async Task<int> CreateAsync(KeyWish wish, bool isForSetting, CancellationToken cancellationToken)
    {
        if (!wish.Fulfil(TimeProvider.System.GetUtcNow()).TryGet(out var made, out var failure))
        {
            return await RefuseAsync(failure.Message);
        }

        if (isForSetting && made.Key.ExpiresAt is not null)
        {
            return await RefuseAsync("A key in a setting cannot expire; leave --days away, or keep the key in storage.");
        }

        if (isForSetting)
        {
            await Console.Out.WriteLineAsync(made.Token);
            await Console.Out.WriteLineAsync(ConfiguredKeys.Write(made.Key));
            return ExitCode.Done;
        }

        return await WithTableAsync(
            async table =>
            {
                var count = 0;
                await foreach (var known in table.ListAsync(cancellationToken))
                {
                    count++;
                    if (known.Name == made.Key.Name && known.RevokedAt is null)
                    {
                        return await RefuseAsync($"There is already a key called '{known.Name}'; revoke it first, or choose another name.");
                    }
                }

                if (count >= KeyTable.MaxKeys)
                {
                    return await RefuseAsync($"There are {count} keys; at most {KeyTable.MaxKeys} are kept.");
                }

                await table.AddAsync(made.Key, cancellationToken);
                await Console.Out.WriteLineAsync(made.Token);
                return ExitCode.Done;
            },
            cancellationToken
        );
    }

    /// <summary>Lists all keys, one a line.</summary>
    public static Task<int> ListAsync(CancellationToken cancellationToken) =>
        WithTableAsync(
            async table =>
            {
                await foreach (var key in table.ListAsync(cancellationToken))
                {
                    await Console.Out.WriteLineAsync(LineOf(key));
                }

                return ExitCode.Done;
            },
            cancellationToken
        );

    /// <summary>Revokes the keys of a name, or the one of an id.</summary>
    public static Task<int> RevokeAsync(string nameOrId, CancellationToken cancellationToken) =>
        WithTableAsync(
            async table =>
            {
                var found = new List<AccessKey>();
                await foreach (var key in table.ListAsync(cancellationToken))
                {
                    if ((key.Name == nameOrId || key.Id == nameOrId) && key.RevokedAt is null)
                    {
                        found.Add(key);
                    }
                }

                foreach (var key in found)
                {
                    await table.WriteAsync(key with { RevokedAt = TimeProvider.System.GetUtcNow() }, cancellationToken);
                    await Console.Out.WriteLineAsync($"revoked {key.Id} ({key.Name})");
                }

                return found.Count > 0
                    ? ExitCode.Done
                    : await RefuseAsync("There is no valid key of that name or id; `keys list` shows all.");
            },
            cancellationToken
        );

    private static async Task<int> WithTableAsync(Func<KeyTable, Task<int>> act, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var storage = StorageSettings.Read(settings);
        if (storage is { ConnectionString: null, AccountName: null })
        {
            return await RefuseAsync(
                "No storage account is named; set AzureWebJobsStorage to its connection string, or AzureWebJobsStorage__accountName to its name."
            );
        }

        try
        {
            var account = new StorageAccount(storage);
            await account.CreateAllAsync(cancellationToken);
            return await act(new KeyTable(new AzureTableStore(account)));
        }
        catch (StorageUnavailableException)
        {
            return await RefuseAsync("The storage account does not answer. For the local one, start ./run in another terminal first.");
        }
    }

    private static string LineOf(AccessKey key) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{key.Id}  {key.Name}  owner {key.Owner}  {ScopeNames.Write(key.Scopes, ',')}  made {key.CreatedAt:yyyy-MM-dd}{StateOf(key)}"
        );

    private static string StateOf(AccessKey key)
    {
        if (key.RevokedAt is { } revoked)
        {
            return string.Create(CultureInfo.InvariantCulture, $"  revoked {revoked:yyyy-MM-dd HH:mm}");
        }

        return key.ExpiresAt is { } expiry ? string.Create(CultureInfo.InvariantCulture, $"  expires {expiry:yyyy-MM-dd HH:mm}") : "";
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return ExitCode.BadInput;
    }
}
