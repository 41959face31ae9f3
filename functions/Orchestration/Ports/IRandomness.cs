namespace GroundedDocs.Orchestration.Ports;

/// <summary>The source of ids and chance, so that a simulation can replay both.</summary>
public interface IRandomness
{
    /// <summary>A new unique id: 32 hexadecimal digits.</summary>
    string NewId();

    /// <summary>A number from 0 up to, not including, 1.</summary>
    double NextShare();
}
