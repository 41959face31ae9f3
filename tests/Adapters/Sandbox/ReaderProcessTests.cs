using System.Diagnostics;
using GroundedDocs.Adapters.Sandbox;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Sandbox;

public sealed class ReaderProcessTests
{
    [Fact]
    public async Task Reader_WhoseParentIsGone_EndsByItself()
    {
        var start = new ProcessStartInfo(new SandboxOptions().ExecutablePath, [SandboxOptions.ReaderVerb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var reader = Process.Start(start)!;
        reader.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        await reader.WaitForExitAsync(patience.Token);
        Assert.True(reader.HasExited);
    }

    [Fact]
    public async Task Pool_WhenDisposed_EndsItsReaders()
    {
        var pool = new ReaderPool(new SandboxOptions(), TimeProvider.System);
        var reader = await pool.RentAsync(TestContext.Current.CancellationToken);
        using var process = Process.GetProcessById(reader.ProcessId);
        pool.Return(reader, isFinished: true);
        pool.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.HasExited);
    }
}
