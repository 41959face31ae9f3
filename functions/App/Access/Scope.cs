namespace GroundedDocs.App.Access;

/// <summary>What a caller may do. Scopes are independent: each is granted by name.</summary>
[Flags]
internal enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See files, predictions and schemas of the own owner.</summary>
    Read = 1,

    /// <summary>Upload, generate, correct and delete.</summary>
    Write = 2,

    /// <summary>See and steer the jobs of every owner.</summary>
    Admin = 4,

    /// <summary>Everything.</summary>
    All = Read | Write | Admin,
}
