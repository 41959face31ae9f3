namespace GroundedDocs.Tests.Simulation;

/// <summary>A timer of the simulated clock.</summary>
internal sealed class SimulatedTimer : ITimer
{
    private readonly SimulatedWorld world;
    private readonly Action callback;
    private TimeSpan period;

    public SimulatedTimer(SimulatedWorld world, SimulatedActor? actor, Action callback, TimeSpan dueTime, TimeSpan period)
    {
        this.world = world;
        this.callback = callback;
        Actor = actor;
        Change(dueTime, period);
    }

    public SimulatedActor? Actor { get; }

    public DateTimeOffset DueAt { get; private set; }

    public void Fire()
    {
        world.Remove(this);
        if (period > TimeSpan.Zero)
        {
            DueAt = world.Now + period;
            world.Add(this);
        }

        callback();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        world.Remove(this);
        this.period = period;
        if (dueTime >= TimeSpan.Zero && Actor?.IsDead != true)
        {
            DueAt = world.Now + dueTime;
            world.Add(this);
        }

        return true;
    }

    public void Dispose() => world.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
