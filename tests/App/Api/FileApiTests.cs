using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

public sealed class FileApiTests
{
    /// <summary>MD5 of <see cref="ApiHost.TwoPages"/>, by md5sum.</summary>
    private const string TwoPagesMd5 = "03c3385eff5b89871292f9a3206dbfd9";

    [Fact]
    public async Task File_UploadedTwice_IsKeptOnce()
    {
        await using var host = await ApiHost.StartAsync();

        var (status, first) = await host.UploadAsync(ApiHost.TwoPages);
        var (again, second) = await host.UploadAsync(ApiHost.TwoPages, "b.pdf");
        var (_, listed) = await host.GetAsync("v1/files");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (status, again));
        Assert.Equal((string?)first!["id"], (string?)second!["id"]);
        Assert.Single(listed!.AsArray());
        Assert.Equal("file", (string?)first["object"]);
        Assert.Equal(ApiHost.TwoPages.Length, (int)first["bytes"]!);
    }

    [Fact]
    public async Task File_UploadedForOnePurposeAndLookedUpForAnother_AnswersEachAsAsked()
    {
        await using var host = await ApiHost.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(ApiHost.TwoPages), "file", "a.pdf" } };

        var (_, vision) = await host.SendAsync(HttpMethod.Post, "v1/files?purpose=vision", form);
        var (_, found) = await host.GetAsync($"v1/files/hash/{TwoPagesMd5}");
        var (_, assistants) = await host.UploadAsync(ApiHost.TwoPages);

        Assert.Equal(["vision", "assistants", "assistants"], Texts("purpose", vision, found, assistants));
        Assert.Single(Texts("id", vision, found, assistants).Distinct());
        Assert.Single((await host.GetAsync("v1/files")).Body!.AsArray());
    }

    [Fact]
    public async Task File_LookedUpByItsMd5_IsFoundOnceItIsThere()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/files/hash/{TwoPagesMd5}")).Status);

        var (_, uploaded) = await host.UploadAsync(ApiHost.TwoPages);
        var (status, found) = await host.GetAsync($"v1/files/hash/{TwoPagesMd5.ToUpperInvariant()}");

        Assert.Equal((HttpStatusCode.OK, (string?)uploaded!["id"]), (status, (string?)found!["id"]));
    }

    [Fact]
    public async Task File_Deleted_IsGoneEverywhere()
    {
        await using var host = await ApiHost.StartAsync();
        var id = (string?)(await host.UploadAsync(ApiHost.TwoPages)).Body!["id"];

        var (deleted, _) = await host.SendAsync(HttpMethod.Delete, $"v1/files/{id}", null);

        Assert.Equal(HttpStatusCode.OK, deleted);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/files/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/files/hash/{TwoPagesMd5}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("v1/document/generate", $$"""{"file_id":"{{id}}"}""")).Status);
        Assert.Equal(HttpStatusCode.Created, (await host.UploadAsync(ApiHost.TwoPages)).Status);
    }

    [Fact]
    public async Task File_OfAnotherOwner_DoesNotExist()
    {
        await using var host = await ApiHost.StartAsync();
        var (ada, bob) = (await host.MakeKeyAsync("ada"), await host.MakeKeyAsync("bob"));
        var id = (string?)(await host.UploadAsync(ApiHost.TwoPages, key: ada)).Body!["id"];

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"v1/files/{id}", ada)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/files/{id}", bob)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/files/hash/{TwoPagesMd5}", bob)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Delete, $"v1/files/{id}", null, bob)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("v1/document/generate", $$"""{"file_id":"{{id}}"}""", bob)).Status);
        Assert.Empty((await host.GetAsync("v1/files", bob)).Body!.AsArray());
    }

    [Fact]
    public async Task Files_Listed_ComeNewestFirstInParts()
    {
        // A clock that is read a millisecond later each time: no two files come in at the same one.
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        await using var host = await ApiHost.StartAsync(replace: services => services.AddSingleton<TimeProvider>(clock));
        for (var i = 0; i < 4; i++)
        {
            await host.UploadAsync(Encoding.ASCII.GetBytes($"1\n%PDF- {i}"), $"{i}.pdf");
        }

        var (_, listed) = await host.GetAsync("v1/files?skip=1&limit=2");

        Assert.Equal(["2.pdf", "1.pdf"], listed!.AsArray().Select(file => (string?)file!["filename"]));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\\\temp\\\\invoice.pdf", "invoice.pdf")]
    [InlineData("..", "document")]
    public async Task FileName_ThatIsAPath_KeepsItsLastPartAlone(string given, string kept)
    {
        await using var host = await ApiHost.StartAsync();
        var body = $"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{given}\"\r\n\r\n1\n%PDF-\r\n--x--\r\n";
        using var form = new StringContent(body);
        form.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var (_, uploaded) = await host.SendAsync(HttpMethod.Post, "v1/files", form);

        Assert.Equal(kept, (string?)uploaded!["filename"]);
    }

    [Fact]
    public async Task Upload_OfWhatIsNoDocument_SaysSo()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.UploadAsync("just words"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.UploadAsync([])).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.PostAsync("v1/files", "{}")).Status);
    }

    [Fact]
    public async Task Upload_ToItsOwnAddress_NeedsNoKeyAndWorksOnce()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await host.MakeKeyAsync("ada");
        var (_, promise) = await host.PostAsync(
            "v1/files/presigned-url",
            """{"filename":"a.pdf","purpose":"vision","expiration":60}""",
            key
        );
        var (id, address) = ((string?)promise!["id"], (string)promise["url"]!);
        Assert.Equal(HttpStatusCode.Conflict, (await host.GetAsync($"v1/files/verify-upload/{id}", key)).Status);

        var (put, _) = await host.SendAsync(HttpMethod.Put, address, new ByteArrayContent(ApiHost.TwoPages));
        var (verified, file) = await host.GetAsync($"v1/files/verify-upload/{id}", key);
        var (again, _) = await host.SendAsync(HttpMethod.Put, address, new ByteArrayContent(ApiHost.TwoPages));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (put, verified, again));
        Assert.Equal((id, "vision"), ((string?)file!["id"], (string?)file["purpose"]));
    }

    [Fact]
    public async Task Upload_ToAnAddressWithAnotherSecret_IsRefused()
    {
        await using var host = await ApiHost.StartAsync();
        var (_, promise) = await host.PostAsync("v1/files/presigned-url", """{"filename":"a.pdf"}""");
        var address = (string)promise!["url"]!;

        var (status, _) = await host.SendAsync(
            HttpMethod.Put,
            address[..^1] + (address[^1] == '0' ? '1' : '0'),
            new ByteArrayContent(ApiHost.TwoPages)
        );

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static IEnumerable<string?> Texts(string member, params JsonNode?[] files) => files.Select(file => (string?)file![member]);
}
