using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using GroundedDocs.Adapters.Identity;
using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.Orchestration.Running;
using OpenTelemetry;

namespace GroundedDocs.App.Composition;

/// <summary>Sends traces, metrics and logs where the environment says: an OTLP endpoint, Azure Monitor, both; nowhere by default.</summary>
internal static class Telemetry
{
    public static void Add(WebApplicationBuilder builder)
    {
        var azureMonitor = builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
        var isSentToOtlp = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(FlowTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(FlowTelemetry.Name, ModelMetrics.MeterName));
        if (isSentToOtlp)
        {
            telemetry.WithLogging().UseOtlpExporter();
        }

        if (azureMonitor is { Length: > 0 })
        {
            // Logs are left out: the Functions host sends what this process writes to standard output to the same place.
            var identity = IdentityOf(builder.Configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(options => Connect(options, azureMonitor, identity)))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(options => Connect(options, azureMonitor, identity)));
        }
    }

    private static void Connect(AzureMonitorExporterOptions options, string connection, TokenCredential? identity)
    {
        options.ConnectionString = connection;
        options.Credential = identity;
    }

    /// <summary>
    /// The identity that the host's own setting names, <c>Authorization=AAD</c> with or without <c>;ClientId=…</c>; null to send with the
    /// connection string alone.
    /// </summary>
    private static TokenCredential? IdentityOf(string? authentication)
    {
        var parts = (authentication ?? "").Split(';', StringSplitOptions.TrimEntries);
        if (!parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        const string clientId = "ClientId=";
        var id = Array.Find(parts, part => part.StartsWith(clientId, StringComparison.OrdinalIgnoreCase))?[clientId.Length..];
        return ServiceIdentity.Of(id);
    }
}
