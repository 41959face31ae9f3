using GroundedDocs.Orchestration.Inbox;

namespace GroundedDocs.App.Access;

/// <summary>Who sent a request.</summary>
/// <param name="Owner">Whose files and predictions the caller sees and makes; another owner's do not exist for it.</param>
/// <param name="KeyName">The name of its key, for the record of who changed what.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record Caller(string Owner, string KeyName, Scope Scopes)
{
    /// <summary>Whoever sits at this machine while no key exists. The inbox is that person's too.</summary>
    public static Caller Local { get; } = new(InboxDesk.Owner, "local", Scope.All);
}
