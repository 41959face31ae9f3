using System.Text.Json;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Inbox;

/// <summary>
/// Finds out what a folder of the inbox asks for: a known domain, or a schema stored as <c>schemas/&lt;name&gt;.json</c>, either a bare JSON
/// Schema or <c>{ "json_schema": …, "grounding": true, "confidence": true, "legacy_bbox": false, "page_indices": [0], "detail": "auto" }</c>.
/// </summary>
internal sealed class StoredSchemas(IBlobStore blobs, IReadOnlyList<Domain> domains)
{
    public async Task<Result<RunRequest>> FindAsync(string? folder, string documentName, CancellationToken cancellationToken)
    {
        var request = new RunRequest { DocumentName = documentName };
        if (folder is null || domains.Any(domain => domain.Name == folder))
        {
            return request with { Domain = folder };
        }

        var stored = await blobs.ReadAsync(new BlobName(StorageNames.Schemas, folder + ".json"), cancellationToken);
        return stored is { } json
            ? Parse(json, request with { Domain = folder })
            : request with
            {
                Domain = Domain.Find(domains, folder)?.Name ?? folder,
            };
    }

    private static Result<RunRequest> Parse(ReadOnlyMemory<byte> json, RunRequest request)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("json_schema", out var schema)
                ? WithOptions(request with { SchemaJson = schema.GetRawText() }, root)
                : request with
                {
                    SchemaJson = root.GetRawText(),
                };
        }
        catch (JsonException error)
        {
            return new Failure(
                "schema.json",
                $"The stored schema of this folder is not valid JSON at line {error.LineNumber + 1}; store it again as schemas/<folder>.json."
            );
        }
    }

    private static RunRequest WithOptions(RunRequest request, JsonElement options) =>
        request with
        {
            Response = new ResponseOptions(
                Flag(options, "grounding", true),
                Flag(options, "confidence", true),
                Flag(options, "legacy_bbox", false)
            ),
            Detail =
                options.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.String ? detail.GetString()! : "auto",
            PageNumbers =
                options.TryGetProperty("page_indices", out var pages) && pages.ValueKind == JsonValueKind.Array
                    ? [.. pages.EnumerateArray().Where(page => page.TryGetInt32(out _)).Select(page => page.GetInt32() + 1).Order()]
                    : null,
        };

    private static bool Flag(JsonElement options, string name, bool otherwise) =>
        options.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.ValueKind == JsonValueKind.True
            : otherwise;
}
