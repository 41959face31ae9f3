namespace GroundedDocs.Orchestration.Steps;

/// <summary>The steps of a run, in the order in which they become possible.</summary>
public enum StepKind
{
    /// <summary>Opens the file and hands out its pages; one a run.</summary>
    Split,

    /// <summary>Turns a page into its layout; one a page, indexed by page number.</summary>
    Read,

    /// <summary>Chooses the domain and cuts the pages into windows; one a run.</summary>
    Plan,

    /// <summary>Extracts the fields of a window; one a window, indexed from 1.</summary>
    Extract,

    /// <summary>Merges and grounds the whole document; one a run.</summary>
    Ground,

    /// <summary>Writes the result and makes it current; one a run, and one a submission that joined later.</summary>
    Publish,

    /// <summary>Calls a submission's webhook; one a submission.</summary>
    Notify,
}
