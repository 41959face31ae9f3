using System.Net;
using GroundedDocs.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GroundedDocs.Tests.Browser;

/// <summary>
/// The Functions host's HTTP proxy as far as a handler sees it: the original path and query, the body streamed, the handler's own address
/// as Host, and X-Forwarded headers about the caller; redirects and cookies pass through untouched.
/// </summary>
internal sealed class HostProxy : IAsyncDisposable
{
    /// <summary>Bytes of the largest body that the host's front takes.</summary>
    private const long BodyBytes = 104_857_600;

    private static readonly string[] HopByHop = ["Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Host"];

    private readonly WebApplication app;
    private readonly HttpMessageInvoker handler = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );
    private readonly Uri destination;
    private readonly long bodyBytes;

    private HostProxy(Uri destination, string basePath, int port, long bodyBytes)
    {
        this.destination = destination;
        this.bodyBytes = bodyBytes;
        Address = $"http://127.0.0.1:{port}{basePath}";
        var builder = LocalWeb.CreateBuilder(port);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = bodyBytes);
        app = builder.Build();
        app.UsePathBase(basePath);
        app.Run(ForwardAsync);
    }

    /// <summary>Where the proxy answers.</summary>
    public string Address { get; }

    /// <summary>Starts a proxy before a handler.</summary>
    /// <param name="destination">The handler.</param>
    /// <param name="basePath">A path that a proxy further out takes off; empty for none.</param>
    /// <param name="bodyBytes">Bytes of the largest body.</param>
    public static async Task<HostProxy> StartAsync(Uri destination, string basePath = "", long bodyBytes = BodyBytes)
    {
        var proxy = new HostProxy(destination, basePath, FreePorts.TakeOne(), bodyBytes);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        handler.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > bodyBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        using var forwarded = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(destination, request.Path + request.QueryString)
        );
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
        }

        foreach (var (name, values) in request.Headers.Where(header => !HopByHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        forwarded.Headers.Add("X-Forwarded-For", $"{context.Connection.RemoteIpAddress}");
        forwarded.Headers.Add("X-Forwarded-Host", request.Host.Value);
        forwarded.Headers.Add("X-Forwarded-Proto", request.Scheme);
        using var answer = await handler.SendAsync(forwarded, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!HopByHop.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
