using System.Text;

namespace GroundedDocs.Tests.App.Api;

/// <summary>Makes requests that are wrong in path, query, headers or body; the same seed, the same requests.</summary>
internal sealed class BrokenRequests(int seed)
{
    private static readonly (string Method, string Path)[] Routes =
    [
        ("GET", "v1/models"),
        ("GET", "v1/hub/info"),
        ("GET", "v1/domains"),
        ("POST", "v1/hub/schema"),
        ("POST", "v1/schema"),
        ("GET", "v1/files"),
        ("POST", "v1/files"),
        ("GET", "v1/files/ID"),
        ("DELETE", "v1/files/ID"),
        ("GET", "v1/files/hash/ID"),
        ("POST", "v1/files/presigned-url"),
        ("PUT", "v1/files/upload/inbox/ID/ID"),
        ("GET", "v1/files/verify-upload/ID"),
        ("POST", "v1/document/generate"),
        ("POST", "v1/document/schema"),
        ("POST", "v1/image/generate"),
        ("POST", "v1/image/schema"),
        ("GET", "v1/predictions"),
        ("GET", "v1/predictions/ID"),
        ("POST", "v1/feedback/submit"),
        ("GET", "v1/feedback/ID"),
        ("POST", "v1/fine_tuning/ID"),
        ("GET", "admin/jobs/ID"),
        ("POST", "admin/jobs/ID/replay"),
        ("POST", "RunStep"),
        ("GET", "ID"),
    ];

    private static readonly string[] Bodies =
    [
        """{"url":"data:application/pdf;base64,MgolUERGLTEuNw==","domain":"document.words","batch":false,"config":{"detail":"auto","json_schema":{"type":"object","properties":{"a":{"type":["string","null"]},"b":{"type":"array","items":{"type":"object","properties":{"c":{"type":"number"}}}}}},"confidence":true,"grounding":false,"gql_stmt":"{ a b { c } }","page_indices":[0,1]},"metadata":{"environment":"dev","session_id":null,"allow_training":true},"callback_url":"https://127.0.0.1/hook"}""",
        """{"file_id":"0123456789abcdef0123456789abcdef","domain":null,"model":"vlm-1","config":null}""",
        """{"images":["data:image/png;base64,iVBORw0KGgo=","https://127.0.0.1/a.png"],"config":{"json_schema":{"$ref":"#/definitions/x","definitions":{"x":{"type":"object","properties":{"a":{"type":"string","enum":["x"]}}}}}}}""",
        """{"domain":"document.words","gql_stmt":"{ words { text } }","config":{"gql_stmt":null}}""",
        """{"request_id":"0123456789abcdef0123456789abcdef","response":{"words":[{"text":"x"}]},"notes":"n","flag":true}""",
        """{"filename":"a.pdf","purpose":"assistants","expiration":60}""",
    ];

    private static readonly string[] Odd =
    [
        "0123456789abcdef0123456789abcdef",
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "%F0%9F%98%80",
        "%C3%28",
        "-1",
        "99999999999999999999999999",
        "1e309",
        "NaN",
        "%25n%25s",
        "'%20or%201=1--",
        "a%0d%0aX-Injected:1",
        "~",
        ".",
        "%2e%2e",
        "{id}",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "-0",
        "1e400",
        "123456789012345678901234567890",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"😀\"",
        "\"data:,\"",
        "\"https://\"",
        "[[[[[[[[[[]]]]]]]]]]",
        "{\"a\":{\"a\":{\"a\":{}}}}",
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json",
        "application/json; charset=utf-16",
        "text/plain",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "multipart/form-data; boundary=\"\"",
        "application/octet-stream",
        "a/b/c",
    ];

    private readonly Random random = new(seed);

    /// <summary>The next request.</summary>
    public HttpRequestMessage Next()
    {
        var (method, path) = Pick(Routes);
        var request = new HttpRequestMessage(new HttpMethod(random.Next(20) == 0 ? "PATCH" : method), Path(path) + Query());
        if (random.Next(4) == 0)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Pick(Odd) + new string('k', random.Next(300)));
        }

        if (random.Next(10) == 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Pick(Odd)}");
        }

        if (method is "POST" or "PUT")
        {
            request.Content = new ByteArrayContent(Body());
            var type =
                random.Next(4) == 0 ? Pick(ContentTypes)
                : path == "v1/files" ? "multipart/form-data; boundary=x"
                : "application/json";
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return request;
    }

    /// <summary>The next request as bytes that may not be HTTP at all.</summary>
    public byte[] NextRaw()
    {
        var (method, path) = Pick(Routes);
        var body = Body();
        var length = random.Next(3) switch
        {
            0 => $"Content-Length: {body.Length + random.Next(-3, 4)}\r\n",
            1 => "Transfer-Encoding: chunked\r\n",
            _ => $"Content-Length: {Pick(Odd)}\r\n",
        };
        var head =
            $"{method} /{Path(path)} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{length}X-Odd: {Pick(Odd)}\r\n\r\n";
        byte[] all = [.. Encoding.UTF8.GetBytes(head), .. body];
        return random.Next(2) == 0 ? all : Flipped(all);
    }

    private string Path(string path) => path.Replace("ID", Pick(Odd), StringComparison.Ordinal);

    private string Query() => random.Next(3) == 0 ? $"?skip={Pick(Odd)}&limit={Pick(Odd)}&purpose={Pick(Odd)}" : "";

    private byte[] Body() =>
        random.Next(6) switch
        {
            0 => Flipped(Encoding.UTF8.GetBytes(Pick(Bodies))),
            1 => Encoding.UTF8.GetBytes(Pick(Bodies))[..random.Next(1, 60)],
            2 => Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? '[' : '{', random.Next(1, 3_000))),
            3 => Form(),
            _ => Encoding.UTF8.GetBytes(WithAnotherValue(Pick(Bodies))),
        };

    /// <summary>One of the body's values is replaced by one of another kind.</summary>
    private string WithAnotherValue(string body)
    {
        var starts = Enumerable.Range(0, body.Length - 1).Where(i => body[i] == ':' && body[i + 1] != '/').ToArray();
        var start = starts[random.Next(starts.Length)] + 1;
        var end = start;
        for (var depth = 0; end < body.Length && (depth > 0 || body[end] is not (',' or '}' or ']')); end++)
        {
            depth +=
                body[end] is '{' or '[' ? 1
                : body[end] is '}' or ']' ? -1
                : 0;
        }

        return body[..start] + Pick(Values) + body[end..];
    }

    private byte[] Form()
    {
        var content = random.Next(2) == 0 ? $"{random.Next(5)}\n%PDF-{random.Next(1_000)}" : "words";
        var form =
            $"--x\r\nContent-Disposition: form-data; name=\"{(random.Next(4) == 0 ? Pick(Odd) : "file")}\"; filename=\"{Pick(Odd)}\"\r\n\r\n{content}\r\n--x--\r\n";
        var bytes = Encoding.UTF8.GetBytes(form);
        return random.Next(3) == 0 ? Flipped(bytes) : bytes;
    }

    private byte[] Flipped(byte[] bytes)
    {
        var flipped = bytes.ToArray();
        for (var i = random.Next(1, 6); i > 0 && flipped.Length > 0; i--)
        {
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        }

        return flipped;
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
