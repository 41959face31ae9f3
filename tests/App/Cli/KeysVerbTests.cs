using GroundedDocs.Adapters.Storage;
using GroundedDocs.App.Access;
using GroundedDocs.Emulation;
using GroundedDocs.Tests.Adapters.Storage;
using Xunit;

namespace GroundedDocs.Tests.App.Cli;

/// <summary>Keys as an operator makes, lists and revokes them.</summary>
public sealed class KeysVerbTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private KeyTable Table => new(new AzureTableStore(azurite.Account));

    [Fact]
    public async Task Key_Made_IsPrintedOnceAndKeptAsAHashWithItsScopes()
    {
        var (code, printed, _) = await RunAsync("keys", "create", "reader", "--owner", "team", "--scopes", "read", "--days", "7");

        Assert.Equal(0, code);
        var token = KeyToken.TryParse(printed.Trim())!.Value;
        var kept = await FindAsync("reader");
        Assert.Equal(("team", Scope.Read, token.Id), (kept.Owner, kept.Scopes, kept.Id));
        Assert.Equal(TimeSpan.FromDays(7), kept.ExpiresAt - kept.CreatedAt);
        Assert.True(kept.Matches(token.Secret));
        Assert.DoesNotContain(token.Secret, ConfiguredKeys.Write(kept), StringComparison.Ordinal);
        var (_, listed, _) = await RunAsync("keys", "list");
        Assert.Contains($"{token.Id}  reader  owner team  read", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Secret, listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_Revoked_SaysSoAndOpensNothing()
    {
        await RunAsync("keys", "create", "leaver");

        var (code, printed, _) = await RunAsync("keys", "revoke", "leaver");
        var (again, _, why) = await RunAsync("keys", "revoke", "leaver");

        var kept = await FindAsync("leaver");
        Assert.Equal((0, $"revoked {kept.Id} (leaver)"), (code, printed.Trim()));
        Assert.False(kept.IsValidAt(DateTimeOffset.MaxValue));
        Assert.Equal(2, again);
        Assert.Contains("no valid key", why, StringComparison.Ordinal);
        Assert.Contains("revoked", (await RunAsync("keys", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_OfANameThatIsTaken_IsRefused()
    {
        await RunAsync("keys", "create", "twice");

        var (code, printed, why) = await RunAsync("keys", "create", "twice");

        Assert.Equal((2, ""), (code, printed));
        Assert.Contains("already a key called 'twice'", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scopes must name some of read, write, admin", "keys", "create", "a", "--scopes", "everything")]
    [InlineData("--scopes must name some of read, write, admin", "keys", "create", "a", "--scopes", "")]
    [InlineData("letters, digits, dots", "keys", "create", "a b")]
    [InlineData("letters, digits, dots", "keys", "create", "a", "--owner", "../b")]
    [InlineData("--days must be from 1 to 3650", "keys", "create", "a", "--days", "0")]
    [InlineData("cannot expire", "keys", "create", "a", "--days", "1", "--setting")]
    public async Task Key_ThatCannotBeMade_IsRefusedWithTheReason(string expected, params string[] arguments)
    {
        var (code, printed, why) = await RunAsync(arguments);

        Assert.Equal((2, ""), (code, printed));
        Assert.Contains(expected, why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_ForASetting_IsNotKept()
    {
        var (_, printed, _) = await RunAsync("keys", "create", "configured", "--scopes", "admin", "--setting");

        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var key = Assert.Single(ConfiguredKeys.Read(lines[1]));
        Assert.Equal(("configured", Scope.Admin), (key.Name, key.Scopes));
        Assert.True(key.Matches(KeyToken.TryParse(lines[0])!.Value.Secret));
        Assert.False(await Table.ListAsync(Cancellation).AnyAsync(each => each.Name == "configured", Cancellation));
    }

    [Fact]
    public async Task Keys_WithoutStorage_SayWhatToDo()
    {
        var nowhere =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;"
            + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

        var (code, _, why) = await RunOnAsync(nowhere, "keys", "list");

        Assert.Equal(2, code);
        Assert.Contains("does not answer", why, StringComparison.Ordinal);
    }

    private async Task<AccessKey> FindAsync(string name) =>
        await Table.ListAsync(Cancellation).SingleAsync(key => key.Name == name, Cancellation);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        RunOnAsync(azurite.ConnectionString, arguments);

    private static Task<(int ExitCode, string Output, string Error)> RunOnAsync(string account, params string[] arguments) =>
        AppProgram.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = account },
            arguments,
            cancellationToken: Cancellation
        );
}
