namespace GroundedDocs.App.Api.Reference;

/// <summary>The examples of the reference.</summary>
internal static class Examples
{
    public const string Document = """
        {
          "file_id": "f6d1a0c2b93e4f7a8d5c1b2a3f4e5d6c",
          "domain": "document.invoice",
          "batch": false,
          "config": { "grounding": true, "confidence": true },
          "callback_url": "https://example.com/hooks/predictions"
        }
        """;

    public const string DocumentSchema = """{ "url": "https://example.com/documents/invoice.pdf" }""";

    public const string Image = """
        {
          "images": ["data:image/png;base64,iVBORw0KGgo=", "https://example.com/pictures/back.jpg"],
          "config": {
            "json_schema": { "type": "object", "properties": { "full_name": { "type": "string" }, "expiration_date": { "type": "string", "format": "date" } } },
            "grounding": true
          }
        }
        """;

    public const string ImageSchema = """{ "images": ["https://example.com/pictures/receipt.jpg"] }""";

    public const string Schema = """{ "domain": "document.invoice", "gql_stmt": "{ invoice_id total_amount items { description } }" }""";

    public const string Feedback = """
        { "request_id": "8f0c1d5e6a7b4c3d9e2f1a0b5c6d7e8f", "response": { "invoice_id": "A-1001" }, "notes": "The last digit was misread.", "flag": true }
        """;

    public const string Presign = """{ "filename": "invoice.pdf", "purpose": "assistants", "expiration": 3600 }""";

    public const string Prediction = """
        {
          "id": "8f0c1d5e6a7b4c3d9e2f1a0b5c6d7e8f",
          "status": "completed",
          "domain": "document.invoice",
          "created_at": "2026-11-22T10:00:00.000000Z",
          "completed_at": "2026-11-22T10:00:01.200000Z",
          "usage": { "elements_processed": 1, "element_type": "page", "credits_used": 0, "duration_seconds": 2 },
          "response": {
            "invoice_id": "A-1001",
            "po_number": null,
            "invoice_id_metadata": {
              "confidence": "hi",
              "bboxes": [
                {
                  "content": "A-1001",
                  "bbox": { "xywh": [0.7191, 0.1102, 0.0742, 0.0131] },
                  "xywh": [0.7191, 0.1102, 0.0742, 0.0131],
                  "page": 0,
                  "confidence": 0.99
                }
              ]
            },
            "po_number_metadata": null
          },
          "evidence": [
            { "path": "invoice_id", "status": "exact", "tier": "exact", "score": 0.97, "confidence": "hi", "margin": 1, "candidates": 1, "alternatives": [] }
          ],
          "errors": []
        }
        """;

    public const string File = """
        {
          "id": "f6d1a0c2b93e4f7a8d5c1b2a3f4e5d6c",
          "filename": "invoice.pdf",
          "bytes": 48213,
          "purpose": "assistants",
          "created_at": "2026-11-22T10:00:00.000000Z",
          "expires_at": "2026-12-22T10:00:00.000000Z",
          "hash": "9e107d9d372bb6826bd81d3542a419d6",
          "object": "file"
        }
        """;

    public const string Error = """
        {
          "detail": "$.config.detail: one of auto, lo, hi is expected.",
          "error": { "message": "$.config.detail: one of auto, lo, hi is expected.", "type": "invalid_request", "id": "0HNE1" }
        }
        """;
}
