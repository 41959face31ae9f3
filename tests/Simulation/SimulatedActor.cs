namespace GroundedDocs.Tests.Simulation;

/// <summary>Something that can die: a worker process, or whoever hands documents in.</summary>
/// <param name="name">For the trace.</param>
/// <param name="skew">How far its clock is off.</param>
internal sealed class SimulatedActor(string name, TimeSpan skew)
{
    public string Name { get; } = name;

    public TimeSpan Skew { get; } = skew;

    public bool IsDead { get; set; }
}
