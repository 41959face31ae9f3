// The network: one subnet for the app (and the model), one for private endpoints.
param location string
param tags object
param token string
param isFlex bool

// Flex Consumption and workload-profile environments both delegate their subnet to Microsoft.App.
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.40.0.0/23'
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
          // The weights' share is reached over the service endpoint; the flex shape has no model.
          serviceEndpoints: isFlex ? [] : [{ service: 'Microsoft.Storage' }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.40.2.0/24', privateEndpointNetworkPolicies: 'Enabled' }
      }
    ]
  }

  resource appSubnet 'subnets' existing = { name: 'app' }
  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }
}

output networkName string = network.name
output appSubnetId string = network::appSubnet.id
output endpointSubnetId string = network::endpointSubnet.id
