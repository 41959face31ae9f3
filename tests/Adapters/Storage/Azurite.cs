using GroundedDocs.Adapters.Storage;
using GroundedDocs.Emulation;
using GroundedDocs.Tests.Rooms;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Storage;

/// <summary>The storage emulator with everything in it that the app needs, and nothing kept on disk.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private readonly StorageEmulator emulator = new(SourceTree.Root);

    public string ConnectionString => emulator.ConnectionString;

    public StorageAccount Account { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await emulator.StartAsync();
        Account = new StorageAccount(new StorageOptions { ConnectionString = ConnectionString });
        await Account.CreateAllAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        emulator.Dispose();
        return ValueTask.CompletedTask;
    }
}
