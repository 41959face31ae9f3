namespace GroundedDocs.Tests.Simulation;

/// <summary>The clock of an actor: the world's time, a little off, and timers that die with the actor.</summary>
internal sealed class SimulatedTime(SimulatedWorld world, SimulatedActor? actor) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => world.Now + (actor?.Skew ?? TimeSpan.Zero);

    public override long GetTimestamp() => world.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SimulatedTimer(world, actor, () => callback(state), dueTime, period);
}
