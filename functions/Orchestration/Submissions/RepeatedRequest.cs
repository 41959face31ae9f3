namespace GroundedDocs.Orchestration.Submissions;

/// <summary>A request that may come twice and must count once.</summary>
/// <param name="Owner">Who sends it.</param>
/// <param name="Key">The same for every repetition, and for no other request of the owner.</param>
/// <param name="Fingerprint">Of what is asked for: a repetition asks for the same.</param>
public sealed record RepeatedRequest(string Owner, string Key, string Fingerprint);
