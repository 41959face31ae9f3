namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>Which pages go to the service.</summary>
public enum DocumentIntelligenceUse
{
    /// <summary>Pages without a text layer; the others are read in process.</summary>
    ScannedPages,

    /// <summary>Every page of the document.</summary>
    EveryPage,
}
