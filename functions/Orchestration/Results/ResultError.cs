namespace GroundedDocs.Orchestration.Results;

/// <summary>Something that failed for good while the rest of the document went on.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Page">The page or window it belongs to, counted from 1; 0 for the whole document.</param>
/// <param name="Code">The failure's code.</param>
/// <param name="Message">The failure's message.</param>
public sealed record ResultError(string Step, int Page, string Code, string Message);
