using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.Orchestration.Running;
using OpenTelemetry;

namespace GroundedDocs.App.Composition;

/// <summary>Sends traces and metrics where the environment says: an OTLP endpoint; nowhere by default.</summary>
internal static class Telemetry
{
    public static void Add(WebApplicationBuilder builder)
    {
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(FlowTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(FlowTelemetry.Name, ModelMetrics.MeterName));
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
