namespace GroundedDocs.Pipeline.Extraction;

/// <summary>How much of a page picture's detail a model gets to see: more detail costs more tokens.</summary>
public enum ImageDetail
{
    /// <summary>What suits most pages.</summary>
    Auto,

    /// <summary>Small pictures: cheap, enough for large print.</summary>
    Low,

    /// <summary>The largest picture the server takes.</summary>
    High,
}
