namespace GroundedDocs.Adapters.Outbound;

/// <summary>An address from a caller leads to a private, link-local or metadata address.</summary>
public sealed class PrivateAddressException : Exception
{
    /// <summary>An address that may not be called.</summary>
    public PrivateAddressException()
        : base("The address leads to a private network.") { }
}
