namespace GroundedDocs.App.Api.Errors;

/// <summary>The body of every answer that is not a success.</summary>
/// <param name="Detail">What is wrong, in one sentence.</param>
/// <param name="Error">The same for clients that look here.</param>
internal sealed record ErrorBody(string Detail, ErrorBody.Described Error)
{
    /// <summary>An error with its kind.</summary>
    /// <param name="Message">What is wrong, in one sentence.</param>
    /// <param name="Type">A stable word for programs.</param>
    /// <param name="Id">The request's id, as it stands in the logs.</param>
    internal sealed record Described(string Message, string Type, string Id);
}
