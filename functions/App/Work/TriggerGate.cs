using System.Security.Cryptography;
using System.Text;
using GroundedDocs.App.Access;
using GroundedDocs.App.Options;

namespace GroundedDocs.App.Work;

/// <summary>
/// Lets only the Functions host, or our own loop, call the trigger endpoints. What came in through the host's HTTP proxy
/// carries X-Forwarded headers; the loop shows a secret that is made anew at each start.
/// </summary>
internal sealed class TriggerGate(ServerOptions options)
{
    /// <summary>The header with which the host numbers its invocations.</summary>
    public const string InvocationHeader = "X-Azure-Functions-InvocationId";

    /// <summary>The header of our own loop.</summary>
    public const string LoopHeader = "X-GroundedDocs-Loop";

    /// <summary>The secret of this start.</summary>
    public string LoopSecret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether a request may run a trigger.</summary>
    public bool Admits(HttpRequest request)
    {
        if (ForwardedHeaders.ArePresent(request))
        {
            return false;
        }

        return options.IsUnderFunctionsHost ? request.Headers.ContainsKey(InvocationHeader) : IsLoop(request);
    }

    private bool IsLoop(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers[LoopHeader].ToString()),
            Encoding.UTF8.GetBytes(LoopSecret)
        );
}
