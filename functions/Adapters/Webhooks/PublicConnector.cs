using System.Net;
using System.Net.Sockets;

namespace GroundedDocs.Adapters.Webhooks;

/// <summary>
/// Connects to addresses of the public internet only. The address that was checked is the address that is connected to, so that
/// a name which resolves differently the second time gains nothing.
/// </summary>
/// <param name="allowPrivate">Whether private addresses are allowed too.</param>
public sealed class PublicConnector(bool allowPrivate)
{
    /// <summary>Resolves, checks and connects; to be set as a handler's connect callback.</summary>
    /// <exception cref="PrivateAddressException">The name leads to a private address.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!allowPrivate && !addresses.All(PublicAddress.IsPublic))
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
