namespace GroundedDocs.Orchestration.Submissions;

/// <summary>How far a submission is, as its owner sees it.</summary>
public enum SubmissionStatus
{
    /// <summary>Its run is being worked on.</summary>
    Pending,

    /// <summary>Its result is there.</summary>
    Completed,

    /// <summary>Its run failed; <see cref="Submission.Failure"/> says why.</summary>
    Failed,

    /// <summary>Somebody cancelled its run.</summary>
    Cancelled,
}
