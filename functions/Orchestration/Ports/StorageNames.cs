namespace GroundedDocs.Orchestration.Ports;

/// <summary>The containers, tables and queues of the product.</summary>
public static class StorageNames
{
    /// <summary>Container that documents are dropped into.</summary>
    public const string Inbox = "inbox";

    /// <summary>Container of custom schemas.</summary>
    public const string Schemas = "schemas";

    /// <summary>Container of finished results.</summary>
    public const string Results = "results";

    /// <summary>Container of everything in between, one folder a run and generation.</summary>
    public const string Work = "work";

    /// <summary>Container of files that were uploaded over HTTP.</summary>
    public const string Files = "files";

    /// <summary>Container of the keys that protect sessions of browsers.</summary>
    public const string Sessions = "sessions";

    /// <summary>Queue of step messages.</summary>
    public const string StepQueue = "steps";

    /// <summary>Queue of step messages that crashed too often; the host's own naming.</summary>
    public const string StepPoisonQueue = "steps-poison";

    /// <summary>Queue that an Event Grid subscription on the inbox feeds.</summary>
    public const string DropQueue = "drops";

    /// <summary>Table of runs: heads, generations, links to submissions.</summary>
    public const string RunTable = "runs";

    /// <summary>Table of steps: the history of every run.</summary>
    public const string StepTable = "steps";

    /// <summary>Table of submissions, a partition an owner.</summary>
    public const string SubmissionTable = "submissions";

    /// <summary>Table of runs that are not finished, for the sweep.</summary>
    public const string OpenTable = "open";

    /// <summary>Table of extracted fields, a partition a run and generation.</summary>
    public const string FieldTable = "fields";

    /// <summary>Table of result names: which submission owns a name and which run is current.</summary>
    public const string ResultTable = "results";

    /// <summary>Table of inbox blobs already seen.</summary>
    public const string DropTable = "drops";

    /// <summary>Table of the lists that people work through: entries, and where each is listed.</summary>
    public const string WorkListTable = "worklist";

    /// <summary>Table of the keys that callers show, as salted hashes.</summary>
    public const string KeyTable = "keys";

    /// <summary>Table of uploaded files.</summary>
    public const string FileTable = "files";

    /// <summary>Table of corrections and reviews, a partition a prediction.</summary>
    public const string CorrectionTable = "corrections";

    /// <summary>Table of requests that must count once.</summary>
    public const string ClaimTable = "claims";

    /// <summary>All containers.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Inbox, Schemas, Results, Work, Files, Sessions];

    /// <summary>All queues.</summary>
    public static IReadOnlyList<string> Queues { get; } = [StepQueue, StepPoisonQueue, DropQueue, DropQueue + "-poison"];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        RunTable,
        StepTable,
        SubmissionTable,
        OpenTable,
        FieldTable,
        ResultTable,
        DropTable,
        KeyTable,
        FileTable,
        CorrectionTable,
        ClaimTable,
        WorkListTable,
    ];
}
