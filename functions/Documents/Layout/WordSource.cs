namespace GroundedDocs.Documents.Layout;

/// <summary>Where the text of a word came from.</summary>
public enum WordSource
{
    /// <summary>The file's own text layer, found sound against the picture.</summary>
    TextLayer,

    /// <summary>Text recognition on the picture of the page.</summary>
    Recognition,

    /// <summary>The value of an interactive form field.</summary>
    FormField,

    /// <summary>An external reading service.</summary>
    Service,
}
