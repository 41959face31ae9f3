using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;

namespace GroundedDocs.App.Api;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Skip">Entries left out, newest first.</param>
/// <param name="Limit">Entries wanted.</param>
internal sealed record Paging(int Skip, int Limit)
{
    private const int DefaultLimit = 10;

    /// <summary>The part, or what is wrong with the numbers; a null error says that all is well.</summary>
    public static (Paging Part, ApiError? Error) Read(int? skip, int? limit, ApiOptions limits)
    {
        var part = new Paging(skip ?? 0, limit ?? DefaultLimit);
        if (part.Skip < 0 || part.Skip > limits.ListSkip)
        {
            return (part, ApiError.Invalid($"skip is {part.Skip}; it must be from 0 to {limits.ListSkip} (Api__ListSkip)."));
        }

        return part.Limit < 0 || part.Limit > limits.ListEntries
            ? (part, ApiError.Invalid($"limit is {part.Limit}; it must be from 0 to {limits.ListEntries} (Api__ListEntries)."))
            : (part, null);
    }

    /// <summary>The wanted part of a listing; nothing behind it is read.</summary>
    public IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> all) => all.Skip(Skip).Take(Limit);
}
