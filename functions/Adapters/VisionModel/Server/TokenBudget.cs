using GroundedDocs.Documents;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>Counts the tokens of a day (UTC) in this process and says when they are used up. Safe to call from several threads.</summary>
/// <param name="dailyTokens">Tokens a day; 0 for no bound.</param>
/// <param name="time">The clock.</param>
public sealed class TokenBudget(long dailyTokens, TimeProvider time)
{
    private readonly Lock gate = new();
    private DateOnly day;
    private long used;

    /// <summary>Null while there are tokens left, else the failure that says when there will be.</summary>
    public Failure? Check()
    {
        lock (gate)
        {
            var now = Turn();
            return dailyTokens > 0 && used >= dailyTokens ? ModelFailure.OverBudget(dailyTokens, now.Date.AddDays(1) - now.DateTime) : null;
        }
    }

    /// <summary>Counts tokens that were used.</summary>
    public void Spend(long tokens)
    {
        lock (gate)
        {
            Turn();
            used += tokens;
        }
    }

    private DateTimeOffset Turn()
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today != day)
        {
            (day, used) = (today, 0);
        }

        return now;
    }
}
