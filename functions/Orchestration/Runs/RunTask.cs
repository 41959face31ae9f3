namespace GroundedDocs.Orchestration.Runs;

/// <summary>What a run does with its document.</summary>
public enum RunTask
{
    /// <summary>Extracts and grounds values.</summary>
    Extract,

    /// <summary>Finds out of which domain it is, and answers with that domain's schema.</summary>
    Recognize,
}
