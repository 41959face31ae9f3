using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Assembly;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Assembly;

public sealed class ResponseWriterTests
{
    private static readonly DocumentSchema Schema = SchemaParser
        .Parse(
            """
            {"properties":{"id":{"type":"string"},"customer":{"properties":{"name":{"type":"string"}}},"po":{"type":["string","null"]},
             "lines":{"items":{"properties":{"price":{"type":"number"}}}},"tags":{"items":{"type":"string"}},
             "ship_to":{"type":["object","null"],"properties":{"city":{"type":"string"}}}}}
            """
        )
        .Value;

    private static readonly GroundedDocument Document = new(
        [
            Found("id", ScalarValue.FromText("A-1001"), ConfidenceBand.High, 1),
            Found("customer.name", ScalarValue.FromText("Ada Park"), ConfidenceBand.Medium, 1),
            Missing("po", ScalarValue.Null, GroundingStatus.Absent),
            Found("lines[0].price", ScalarValue.FromNumber(9.00m), ConfidenceBand.High, 1),
            Missing("lines[1].price", ScalarValue.FromNumber(7m), GroundingStatus.Unlocated),
            Found("tags[0]", ScalarValue.FromText("new"), ConfidenceBand.Low, 2),
            Missing("tags[1]", ScalarValue.FromText("old"), GroundingStatus.Inferred),
            Missing("ship_to.city", ScalarValue.Null, GroundingStatus.Absent),
        ],
        new Provenance("test", "1", Schema.Hash)
    );

    [Fact]
    public void Write_Objects_PutMetadataAfterAllValuesInFieldOrder()
    {
        var response = ResponseWriter.Write(Document, Schema, new ResponseOptions()).Response;

        Assert.Equal(
            ["id", "customer", "po", "lines", "tags", "ship_to", "id_metadata", "po_metadata", "tags_metadata"],
            response.Select(p => p.Key)
        );
        Assert.Equal(["name", "name_metadata"], response["customer"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["price", "price_metadata"], response["lines"]![0]!.AsObject().Select(p => p.Key));
        Assert.Null(response["ship_to"]);
    }

    [Fact]
    public void Write_LocatedField_HasBothBoxSpellingsAndZeroBasedPage()
    {
        var response = ResponseWriter.Write(Document, Schema, new ResponseOptions(LegacyBox: true)).Response;

        AssertJson(
            """
            {"confidence":"hi","bboxes":[{"content":"A-1001","bbox":{"xywh":[0.1235,0.2,0.3,0.0123]},"xywh":[0.1235,0.2,0.3,0.0123],"page":0,"confidence":0.9877}],
             "bbox":{"xywh":[0.1235,0.2,0.3,0.0123]},"bbox_content":"A-1001"}
            """,
            response["id_metadata"]
        );
    }

    [Fact]
    public void Write_ValueThatIsPrintedNowhere_HasNullMetadataButEvidence()
    {
        var body = ResponseWriter.Write(Document, Schema, new ResponseOptions());

        Assert.Null(body.Response["lines"]![1]!["price_metadata"]);
        Assert.Equal("9.00", body.Response["lines"]![0]!["price"]!.ToJsonString());
        Assert.Equal(2, body.Response["tags_metadata"]!.AsArray().Count);
        Assert.Equal(1, (int)body.Response["tags_metadata"]![0]!["bboxes"]![0]!["page"]!);
        Assert.Null(body.Response["tags_metadata"]![1]);
        AssertJson(
            """{"path":"lines[1].price","status":"unlocated","tier":"none","score":0.2,"confidence":"low","margin":1,"candidates":0,"alternatives":[]}""",
            body.Evidence![4]
        );
    }

    [Fact]
    public void Write_Alternatives_SayWhoProposesThem()
    {
        var field = Document.Fields[0] with
        {
            CandidateCount = 2,
            Alternatives = [new Alternative([Box(3, "A-1001")], 0.51234, AlternativeSource.Model)],
            SharedWith = [FieldPath.Parse("po")],
            Note = "why",
        };

        var entry = ResponseWriter.Write(Document with { Fields = [field] }, Schema, new ResponseOptions()).Evidence![0]!;

        Assert.Equal("model", (string?)entry["alternatives"]![0]!["source"]);
        Assert.Equal(0.5123, (double)entry["alternatives"]![0]!["score"]!);
        Assert.Equal(2, (int)entry["alternatives"]![0]!["bboxes"]![0]!["page"]!);
        Assert.Equal("po", (string?)entry["shared_with"]![0]);
        Assert.Equal("why", (string?)entry["note"]);
    }

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(false, true, """{"confidence":"med"}""")]
    [InlineData(
        true,
        false,
        """{"bboxes":[{"content":"Ada Park","bbox":{"xywh":[0.1235,0.2,0.3,0.0123]},"xywh":[0.1235,0.2,0.3,0.0123],"page":0,"confidence":0.9877}]}"""
    )]
    public void Write_Options_DecideWhatIsSent(bool grounding, bool confidence, string? expected)
    {
        var body = ResponseWriter.Write(Document, Schema, new ResponseOptions(grounding, confidence));

        var customer = body.Response["customer"]!.AsObject();
        Assert.Equal(expected is not null, customer.ContainsKey("name_metadata"));
        AssertJson(expected ?? "null", customer["name_metadata"]);
        Assert.Equal(grounding, body.Evidence is not null);
    }

    private static GroundedField Found(string path, ScalarValue value, ConfidenceBand band, int page) =>
        new(FieldPath.Parse(path), value, GroundingStatus.Exact, band, 0.97, [Box(page, value.Text)]) { Tier = MatchTier.Exact };

    private static GroundedField Missing(string path, ScalarValue value, GroundingStatus status) =>
        new(FieldPath.Parse(path), value, status, ConfidenceBand.Low, 0.2, []);

    private static GroundedBox Box(int page, string content) =>
        new(new PageRegion(page, new BoundingBox(0.12345, 0.2, 0.3, 0.01234)), content, 0.98765);

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
