// Where containers run: the environment with its GPU profile, and the registry of their images.
param location string
param tags object
@minLength(13)
param token string
param subnetId string
param workspaceId string
param principalId string

@allowed(['none', 'T4', 'A100'])
param gpu string

var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var gpuProfiles = {
  none: []
  T4: [{ name: 'gpu', workloadProfileType: 'Consumption-GPU-NC8as-T4' }]
  A100: [{ name: 'gpu', workloadProfileType: 'Consumption-GPU-NC24-A100' }]
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    // Logs go through Azure Monitor, because the other way needs the workspace's key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: concat([{ name: 'Consumption', workloadProfileType: 'Consumption' }], gpuProfiles[gpu])
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-11-01-preview' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { adminUserEnabled: false, anonymousPullEnabled: false }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, principalId, acrPull)
  scope: registry
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

output environmentId string = environment.id
output environmentName string = environment.name
output registryServer string = registry.properties.loginServer
