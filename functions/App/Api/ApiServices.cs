using System.Text.Json;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Feedback;
using GroundedDocs.App.Api.Files;
using GroundedDocs.App.Api.Generation;
using GroundedDocs.App.Api.Hub;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Predictions;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.App.Options;

namespace GroundedDocs.App.Api;

/// <summary>Puts the public API together.</summary>
internal static class ApiServices
{
    /// <summary>Adds what the routes are made of.</summary>
    public static void AddApi(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options.Api);
        services.AddSingleton(options.Limits);
        services.AddSingleton(options.Outbound);
        services.AddSingleton<OutboundFetcher>();
        services.AddSingleton<JsonBody>();
        services.AddSingleton<FileReceiver>();
        services.AddSingleton<SourceDesk>();
        services.AddSingleton<RunRequests>();
        services.AddSingleton<PredictionDesk>();
        services.AddSingleton<FileEndpoints>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<GenerateEndpoints>();
        services.AddSingleton<PredictionEndpoints>();
        services.AddSingleton<HubEndpoints>();
        services.AddSingleton<FeedbackEndpoints>();
        services.AddRequestTimeouts();
        services.AddRateLimiter(limiter => CallerLimits.Configure(limiter, options.Api));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddApiReference();
    }

    /// <summary>What every request passes before its route, in this order.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<ApiErrors>();
        app.UseRouting();
        app.UseRequestTimeouts();
        // Here people come back from the identity provider.
        app.UseAuthentication();
        app.UseMiddleware<CallerGate>();
        app.UseRateLimiter();
    }

    /// <summary>Adds the routes.</summary>
    public static void MapApi(this WebApplication app)
    {
        var routes = app.MapGroup("/v1");
        routes.WithRequestTimeout(app.Services.GetRequiredService<ApiOptions>().RequestTime);
        app.Services.GetRequiredService<UploadEndpoints>().Map(routes);
        app.Services.GetRequiredService<FileEndpoints>().Map(routes);
        app.Services.GetRequiredService<GenerateEndpoints>().Map(routes);
        app.Services.GetRequiredService<PredictionEndpoints>().Map(routes);
        app.Services.GetRequiredService<HubEndpoints>().Map(routes);
        app.Services.GetRequiredService<FeedbackEndpoints>().Map(routes);
        NotServedEndpoints.Map(routes);
        app.MapApiReference();
    }
}
