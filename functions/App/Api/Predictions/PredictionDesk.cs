using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Generation;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Api.Predictions;

/// <summary>Hands documents in and answers with their predictions, at once or when they are finished.</summary>
internal sealed class PredictionDesk(DocumentFlow flow, SourceDesk sources, ApiOptions limits, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);

    /// <summary>Hands a document in.</summary>
    public async Task<IResult> AskAsync(HttpContext context, WantedPrediction wanted)
    {
        var cancellation = context.RequestAborted;
        var (id, error) = await ClaimAsync(context, wanted);
        if (error is not null)
        {
            return error;
        }

        if (id is not null && await flow.Submissions.FindAsync(wanted.Owner, id, cancellation) is { } repeated)
        {
            return await AnswerAsync(repeated, wanted.WaitsForResult, cancellation);
        }

        using var source = await sources.BringAsync(wanted.Owner, wanted.Source, cancellation);
        if (source.Error is not null)
        {
            return source.Error;
        }

        var request = new SubmissionRequest(wanted.Owner, source.Path, wanted.Run with { DocumentName = source.FileName })
        {
            Id = id,
            CallbackUrl = wanted.CallbackUrl,
            Force = wanted.Force,
        };
        return (await flow.SubmissionDesk.SubmitAsync(request, cancellation)).TryGet(out var submission, out var failure)
            ? await AnswerAsync(submission, wanted.WaitsForResult, cancellation)
            : failure.ToError();
    }

    /// <summary>
    /// The id that belongs to the caller's idempotency key: the same key hands in the same submission, which is the same as handing
    /// it in once. Another body under the same key is an error.
    /// </summary>
    private async Task<(string? Id, ApiError? Error)> ClaimAsync(HttpContext context, WantedPrediction wanted)
    {
        var key = context.Request.Headers[IdempotencyHeader.Name].ToString();
        if (key.Length == 0)
        {
            return (null, null);
        }

        if (key.Length > IdempotencyHeader.MaxCharacters)
        {
            return (
                null,
                ApiError.Invalid(
                    $"{IdempotencyHeader.Name} has {key.Length} characters; at most {IdempotencyHeader.MaxCharacters} are accepted."
                )
            );
        }

        var once = new RepeatedRequest(wanted.Owner, $"{context.Request.Path}\n{key}", wanted.Fingerprint);
        return await flow.SubmissionDesk.ClaimAsync(once, context.RequestAborted) is { } id
            ? (id, null)
            : (
                null,
                ApiError.Unprocessable(
                    $"This {IdempotencyHeader.Name} was sent before with another body; use another key for another request."
                )
            );
    }

    private async Task<IResult> AnswerAsync(Submission submission, bool waits, CancellationToken cancellationToken)
    {
        if (!waits)
        {
            return new PredictionResult(submission, StatusCodes.Status201Created, flow.Submissions);
        }

        var finished = await WaitAsync(submission, cancellationToken);
        var status = finished.Status == SubmissionStatus.Pending ? StatusCodes.Status202Accepted : StatusCodes.Status201Created;
        return new PredictionResult(finished, status, flow.Submissions);
    }

    /// <summary>Looks again and again, less and less often, and holds nothing but a timer in between.</summary>
    private async Task<Submission> WaitAsync(Submission submission, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = FirstLook;
        var latest = submission;
        while (latest.Status == SubmissionStatus.Pending && time.GetElapsedTime(started) < limits.WaitTime)
        {
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 1.5 < LastLook ? pause * 1.5 : LastLook;
            latest = await flow.Submissions.FindAsync(latest.Owner, latest.Id, cancellationToken) ?? latest;
        }

        return latest;
    }
}
