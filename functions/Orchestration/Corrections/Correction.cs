namespace GroundedDocs.Orchestration.Corrections;

/// <summary>A correction as it is kept: who, when, what it was before, what it is after. Never changed and never deleted alone.</summary>
/// <param name="Number">Counted from 1 within its prediction; a later one of the same path wins.</param>
/// <param name="Change">The field and its values.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
public sealed record Correction(int Number, FieldChange Change, string By, DateTimeOffset At);
