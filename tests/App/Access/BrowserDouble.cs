using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace GroundedDocs.Tests.App.Access;

/// <summary>As much of a browser as signing in needs: it keeps cookies, says which page a request comes from, and is led from address to address.</summary>
internal sealed class BrowserDouble : IDisposable
{
    private const int MostRedirects = 10;

    private readonly CookieContainer cookies = new();
    private readonly List<SetCookieHeaderValue> set = [];
    private readonly HttpClient client;

    public BrowserDouble(Uri address) =>
        client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>The last cookie of a name that any answer set.</summary>
    public SetCookieHeaderValue LastSet(string name) => set.Last(cookie => cookie.Name == name);

    /// <summary>Sends one request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The address.</param>
    /// <param name="content">The body.</param>
    /// <param name="ours">Whether a page of the app sends it, rather than one of another site.</param>
    /// <param name="headers">More headers.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        bool ours,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Origin", ours ? client.BaseAddress!.GetLeftPart(UriPartial.Authority) : "https://elsewhere.example");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var written))
        {
            set.AddRange(SetCookieHeaderValue.ParseList([.. written]));
        }

        return answer;
    }

    /// <summary>Follows an address until the app shows a page of its own; answers that page's address without its host.</summary>
    public async Task<string> FollowAsync(string path)
    {
        for (var i = 0; i < MostRedirects; i++)
        {
            using var answer = await SendAsync(HttpMethod.Get, path, null, ours: true);
            if (answer.Headers.Location is not { } next)
            {
                throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
            }

            path = next.OriginalString;
            if (path == "/" || path.StartsWith("/#", StringComparison.Ordinal))
            {
                return path;
            }
        }

        throw new InvalidOperationException("The redirects do not end.");
    }

    /// <summary>What an address answers.</summary>
    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public void Dispose() => client.Dispose();
}
