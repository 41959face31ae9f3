using GroundedDocs.App.Review.Documents;
using GroundedDocs.App.Review.Lists;
using GroundedDocs.App.Review.Pictures;
using GroundedDocs.App.Review.Serving;

namespace GroundedDocs.App.Review;

/// <summary>Puts the room together: the page, and what it asks for under /review/api.</summary>
internal static class ReviewRoom
{
    /// <summary>Adds the room's parts.</summary>
    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<PageAssets>();
        services.AddSingleton<PageEndpoints>();
        services.AddSingleton<SessionEndpoints>();
        services.AddSingleton<OwnDocuments>();
        services.AddSingleton<ReviewStatements>();
        services.AddSingleton<OverlayDrawing>();
        services.AddSingleton<TruthLines>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<WorkListEndpoints>();
        services.AddSingleton<ExportEndpoints>();
        services.AddSingleton<DashboardEndpoints>();
        services.AddSingleton<DocumentEndpoints>();
        services.AddSingleton<CorrectionEndpoints>();
        services.AddSingleton<PictureEndpoints>();
    }

    /// <summary>Maps the room's addresses.</summary>
    public static void MapReview(this WebApplication app)
    {
        var services = app.Services;
        services.GetRequiredService<PageEndpoints>().Map(app);
        var api = app.MapGroup("/review/api").AddEndpointFilter<ReviewFilter>();
        services.GetRequiredService<SessionEndpoints>().Map(api);
        services.GetRequiredService<UploadEndpoints>().Map(api);
        services.GetRequiredService<WorkListEndpoints>().Map(api);
        services.GetRequiredService<ExportEndpoints>().Map(api);
        services.GetRequiredService<DashboardEndpoints>().Map(api);
        services.GetRequiredService<DocumentEndpoints>().Map(api);
        services.GetRequiredService<CorrectionEndpoints>().Map(api);
        services.GetRequiredService<PictureEndpoints>().Map(api);
    }
}
