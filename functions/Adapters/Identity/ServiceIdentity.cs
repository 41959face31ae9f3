using Azure.Core;
using Azure.Identity;

namespace GroundedDocs.Adapters.Identity;

/// <summary>The managed identity under which this process calls services of Azure.</summary>
public static class ServiceIdentity
{
    /// <summary>A credential that asks for nothing before it is used.</summary>
    /// <param name="clientId">The client id of a user-assigned identity; null or empty for the system's.</param>
    public static TokenCredential Of(string? clientId) =>
        new ManagedIdentityCredential(
            clientId is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned
        );
}
