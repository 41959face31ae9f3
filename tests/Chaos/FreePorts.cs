using System.Net;
using System.Net.Sockets;

namespace GroundedDocs.Chaos;

/// <summary>
/// Ports of this machine that nobody uses, below those the system gives to clients: a client that keeps calling a stopped server on one
/// of those may be given that very port, connect to itself, and keep the server from coming back.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 29_999;

    public static int[] Take(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (IsFree(port))
            {
                ports.Add(port);
            }
        }

        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
