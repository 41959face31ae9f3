using System.CommandLine;
using GroundedDocs.App.Access;
using GroundedDocs.App.Cli.Keys;
using GroundedDocs.Orchestration.Inbox;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary><c>keys</c>: makes, lists and revokes the keys that callers show.</summary>
internal static class KeysVerb
{
    public static Command Create() =>
        new("keys", "Makes, lists and revokes the keys that callers of the HTTP API show.") { CreateKey(), List(), Revoke() };

    private static Command CreateKey()
    {
        var name = NameArgument("NAME", "What to call the key: letters, digits, dots, dashes, underscores.");
        var owner = new Option<string?>("--owner")
        {
            Description =
                $"Whose files and predictions the key sees; the key's name if missing. '{InboxDesk.Owner}' sees what is dropped into the inbox.",
        };
        var scopes = new Option<string>("--scopes")
        {
            Description = "What the key opens, separated by commas: read, write, admin.",
            DefaultValueFactory = _ => "read,write",
        };
        var days = new Option<int?>("--days") { Description = "Days until the key expires; never if missing." };
        var setting = new Option<bool>("--setting")
        {
            Description = "Keep nothing in storage: print the entry for GROUNDEDDOCS_KEYS instead.",
        };
        var verb = new Command("create", "Makes a key and prints it, once.") { name, owner, scopes, days, setting };
        verb.SetAction(
            (parsed, cancellationToken) =>
                KeyCommands.CreateAsync(
                    new KeyWish(parsed.GetValue(name)!, parsed.GetValue(owner), parsed.GetValue(scopes)!, parsed.GetValue(days)),
                    parsed.GetValue(setting),
                    cancellationToken
                )
        );
        return verb;
    }

    private static Command List()
    {
        var verb = new Command("list", "Lists all keys, without the keys themselves.");
        verb.SetAction((_, cancellationToken) => KeyCommands.ListAsync(cancellationToken));
        return verb;
    }

    private static Command Revoke()
    {
        var key = NameArgument("KEY", "The name or the id of the key.");
        var verb = new Command("revoke", $"Stops keys from opening anything, within {KeyRing.RereadAfter.TotalSeconds:0} seconds.") { key };
        verb.SetAction((parsed, cancellationToken) => KeyCommands.RevokeAsync(parsed.GetValue(key)!, cancellationToken));
        return verb;
    }

    private static Argument<string> NameArgument(string name, string description) => new(name) { Description = description };
}
