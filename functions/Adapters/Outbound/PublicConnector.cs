using System.Net;
using System.Net.Sockets;

namespace GroundedDocs.Adapters.Outbound;

/// <summary>
/// Connects to addresses of the public internet only. The address that was checked is the address that is connected to, so that
/// a name which resolves differently the second time gains nothing.
/// </summary>
/// <param name="isAllowed">Tells which addresses may be called.</param>
/// <param name="resolve">Finds the addresses of a name.</param>
public sealed class PublicConnector(Func<IPAddress, bool> isAllowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>A connector by the options, with the operating system's resolver.</summary>
    public PublicConnector(OutboundOptions options)
        : this(options?.AllowPrivateAddresses == true ? _ => true : PublicAddress.IsPublic, Dns.GetHostAddressesAsync) { }

    /// <summary>Resolves, checks and connects; to be set as a handler's connect callback.</summary>
    /// <exception cref="PrivateAddressException">The name leads to a private address.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var addresses = await resolve(context.DnsEndPoint.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(isAllowed))
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
