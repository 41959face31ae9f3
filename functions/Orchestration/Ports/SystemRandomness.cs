using System.Security.Cryptography;

namespace GroundedDocs.Orchestration.Ports;

/// <summary>Ids and chance from the operating system.</summary>
public sealed class SystemRandomness : IRandomness
{
    /// <inheritdoc/>
    public string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <inheritdoc/>
    public double NextShare() => Random.Shared.NextDouble();
}
