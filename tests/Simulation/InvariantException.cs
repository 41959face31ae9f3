namespace GroundedDocs.Tests.Simulation;

/// <summary>An invariant of the orchestration does not hold.</summary>
public sealed class InvariantException(string message) : Exception(message);
