using GroundedDocs.App.Access;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.App.Work;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GroundedDocs.Tests.App.Access;

public sealed class KeyRingTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly KeyTable table = new(new InMemoryTableStore());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_JustMade_OpensAndIsKeptAsAHash()
    {
        using var ring = new KeyRing([], table, time);
        Assert.False(await ring.HasKeysAsync(Cancellation));
        time.Advance(TimeSpan.FromSeconds(2));

        var token = await MakeAsync("ci");

        Assert.Equal("ci", (await ring.FindAsync(KeyToken.TryParse(token)!.Value, Cancellation))?.Name);
        var kept = Assert.Single(await table.ListAsync(Cancellation).ToListAsync(Cancellation));
        Assert.DoesNotContain(KeyToken.TryParse(token)!.Value.Secret, ConfiguredKeys.Write(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_WithAnotherSecret_OpensNothing()
    {
        using var ring = new KeyRing([], table, time);
        var token = KeyToken.TryParse(await MakeAsync("ci"))!.Value;

        Assert.Null(await ring.FindAsync(token with { Secret = token.Secret[..^1] + (token.Secret[^1] == 'A' ? 'B' : 'A') }, Cancellation));
        Assert.Null(await ring.FindAsync(token with { Id = "000000000000" }, Cancellation));
    }

    [Fact]
    public async Task Key_Revoked_StopsWorkingOnceTheRingIsReadAgain()
    {
        using var ring = new KeyRing([], table, time);
        var token = KeyToken.TryParse(await MakeAsync("ci"))!.Value;
        var key = await ring.FindAsync(token, Cancellation);

        await table.WriteAsync(key! with { RevokedAt = time.GetUtcNow() }, Cancellation);
        time.Advance(KeyRing.RereadAfter);

        Assert.Null(await ring.FindAsync(token, Cancellation));
        Assert.True(await ring.HasKeysAsync(Cancellation));
    }

    [Fact]
    public async Task Key_Expired_OpensNothing()
    {
        using var ring = new KeyRing([], table, time);
        var (key, token) = AccessKey.Create("ci", "ci", Scope.Read, time.GetUtcNow());
        await table.AddAsync(key with { ExpiresAt = time.GetUtcNow() + TimeSpan.FromDays(1) }, Cancellation);
        Assert.NotNull(await ring.FindAsync(KeyToken.TryParse(token)!.Value, Cancellation));

        time.Advance(TimeSpan.FromDays(1));

        Assert.Null(await ring.FindAsync(KeyToken.TryParse(token)!.Value, Cancellation));
    }

    [Fact]
    public async Task ConfiguredKey_WrittenAndReadBack_Opens()
    {
        var (key, token) = AccessKey.Create("ci", "team", Scope.Read | Scope.Admin, time.GetUtcNow());
        using var ring = new KeyRing(ConfiguredKeys.Read($" ; {ConfiguredKeys.Write(key)};"), table, time);

        var found = await ring.FindAsync(KeyToken.TryParse(token)!.Value, Cancellation);

        Assert.Equal(new Caller("team", "ci", Scope.Read | Scope.Admin), found?.Caller);
    }

    [Theory]
    [InlineData("a:b:c:read:00")]
    [InlineData("a:b:c:everything:00:00")]
    [InlineData("a:b c:c:read:00:00")]
    public void ConfiguredKey_ThatCannotBeRead_IsNamedWithoutItsContent(string entry)
    {
        var error = Assert.Throws<InvalidOperationException>(() => ConfiguredKeys.Read(entry));

        Assert.Contains("Entry 1 of GROUNDEDDOCS_KEYS", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(entry, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_WhenStorageNeverAnswered_AreUnknownRatherThanNone()
    {
        using var ring = new KeyRing([], new KeyTable(new UnavailableTables()), time);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ring.HasKeysAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gd_")]
    [InlineData("gd_0123456789ab")]
    [InlineData("gd_0123456789ab_")]
    [InlineData("sk-0123456789abcdef0123456789")]
    public void Token_OfAnotherForm_IsNone(string text) => Assert.Null(KeyToken.TryParse(text));

    private async Task<string> MakeAsync(string name)
    {
        var (key, token) = AccessKey.Create(name, name, Scope.Read | Scope.Write, time.GetUtcNow());
        await table.AddAsync(key, Cancellation);
        return token;
    }
}
