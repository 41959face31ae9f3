using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>One drop or call: whose it is, what it is called, and where its result goes. Several may share a run.</summary>
/// <param name="Id">32 hexadecimal digits; also the id of its prediction and of its webhook.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Run">The run and generation that work for it.</param>
/// <param name="DocumentName">The name its sender gave the document.</param>
/// <param name="CreatedAt">When it came in.</param>
public sealed record Submission(string Id, string Owner, RunKey Run, string DocumentName, DateTimeOffset CreatedAt)
{
    /// <summary>The folder of a result whose domain is yet to be found.</summary>
    public const string ClassifiedFolder = "*/";

    /// <summary>What its run does with the document.</summary>
    public RunTask Task { get; init; }

    /// <summary>How far it is.</summary>
    public SubmissionStatus Status { get; init; }

    /// <summary>The domain asked for, or once it is finished the one it was found to be of.</summary>
    public string? Domain { get; init; }

    /// <summary>
    /// The name of its result in the results container, without extension; null when nobody asked for a file. The folder
    /// <see cref="ClassifiedFolder"/> stands for the domain that the document turns out to be of.
    /// </summary>
    public string? ResultName { get; init; }

    /// <summary>The webhook's address.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>How far the webhook is.</summary>
    public WebhookState Webhook { get; init; }

    /// <summary>Tries of the webhook so far.</summary>
    public int WebhookAttempts { get; init; }

    /// <summary>When its result or failure was published.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Pages worked on.</summary>
    public int PageCount { get; init; }

    /// <summary>Why it failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether a generation has served it and its webhook is still to be called: by that generation and no other.</summary>
    public bool AwaitsWebhookOf(RunKey run) => Webhook == WebhookState.Pending && Status != SubmissionStatus.Pending && Run == run;

    /// <summary>Where its result lies without extension, once its domain is known; without a domain it lies at the top.</summary>
    public string? ResultPath(string? domain) =>
        ResultName?.StartsWith(ClassifiedFolder, StringComparison.Ordinal) == true
            ? (domain is null ? "" : domain + "/") + ResultName[ClassifiedFolder.Length..]
            : ResultName;

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }
}
