using System.Net;
using System.Net.Sockets;

namespace GroundedDocs.Emulation;

/// <summary>
/// Ports of this machine that nobody uses, below those the system gives to clients: a client that keeps calling a stopped server on one
/// of those may be given that very port, connect to itself, and keep the server from coming back. No port is given twice.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 29_999;
    private static readonly HashSet<int> Given = [];

    public static int[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => TakeOne())];

    public static int TakeOne()
    {
        lock (Given)
        {
            while (true)
            {
                var port = Random.Shared.Next(First, Last + 1);
                if (IsFree(port) && Given.Add(port))
                {
                    return port;
                }
            }
        }
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
