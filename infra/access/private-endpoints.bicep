// Private endpoints with their name zones: the data services are then reachable from this network only.
param location string
param tags object
param token string
param networkName string
param subnetId string
param storageId string

@description('Document Intelligence resource; empty for none.')
param serviceId string

var storageSuffix = environment().suffixes.storage
var storageTargets = [
  for kind in ['blob', 'queue', 'table']: {
    kind: kind
    resourceId: storageId
    group: kind
    zone: 'privatelink.${kind}.${storageSuffix}'
  }
]
var serviceTargets = empty(serviceId)
  ? []
  : [{ kind: 'reading', resourceId: serviceId, group: 'account', zone: 'privatelink.cognitiveservices.azure.com' }]
var targets = concat(storageTargets, serviceTargets)

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: networkName
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for target in targets: {
    name: target.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (target, i) in targets: {
    parent: zones[i]
    name: networkName
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for target in targets: {
    name: 'pe-${target.kind}-${token}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        { name: target.kind, properties: { privateLinkServiceId: target.resourceId, groupIds: [target.group] } }
      ]
    }
  }
]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: target.kind, properties: { privateDnsZoneId: zones[i].id } }] }
  }
]
