namespace GroundedDocs.App.Access;

/// <summary>Scopes as people write them: <c>read</c>, <c>write</c>, <c>admin</c>.</summary>
internal static class ScopeNames
{
    private static readonly (string Name, Scope Scope)[] Names = [("read", Scope.Read), ("write", Scope.Write), ("admin", Scope.Admin)];

    /// <summary>The scope of a name, or null.</summary>
    public static Scope? Find(string name) =>
        Array.Find(Names, known => known.Name == name) is { Name: not null } found ? found.Scope : null;

    /// <summary>The scopes of several names; null when one of them is unknown or there are none.</summary>
    public static Scope? Parse(IEnumerable<string> names)
    {
        var scopes = Scope.None;
        foreach (var name in names)
        {
            if (Find(name) is not { } scope)
            {
                return null;
            }

            scopes |= scope;
        }

        return scopes == Scope.None ? null : scopes;
    }

    /// <summary>The names of scopes, joined.</summary>
    public static string Write(Scope scopes, char separator) =>
        string.Join(separator, Names.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name));
}
