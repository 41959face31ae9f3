using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;

namespace GroundedDocs.App.Api;

/// <summary>Parts of the API that clients know and this service does not have; they say so instead of not being there.</summary>
internal static class NotServedEndpoints
{
    private static readonly (string Path, string What)[] Parts =
    [
        ("fine_tuning", "Fine-tuning"),
        ("datasets", "Data sets"),
        ("web", "Web pages"),
        ("audio", "Audio"),
        ("video", "Video"),
        ("agent", "Agents"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (path, what) in Parts)
        {
            routes
                .Map(
                    $"/{path}/{{**rest}}",
                    () => ApiError.NotServed($"{what}: this service does not do that. It extracts from documents and pictures.")
                )
                .RequireCaller(Scope.Read)
                .ExcludeFromDescription();
        }
    }
}
