// GroundedDocs in Azure. Two shapes:
//   containers  the whole product: Functions on Container Apps, and the model on a serverless GPU, both scaled to zero
//   flex        cheaper, without containers: Functions on Flex Consumption. There is no page renderer there: pages of a PDF with a
//               sound text layer are read from that alone, everything else by Document Intelligence; results say so.
targetScope = 'subscription'

@minLength(2)
@maxLength(16)
@description('Name of this deployment; part of every resource name.')
param environmentName string

@description('Region of everything. Serverless GPUs are offered in some regions only.')
param location string

@allowed(['containers', 'flex'])
@description('Which shape to deploy.')
param shape string = 'containers'

@allowed(['none', 'T4', 'A100'])
@description('GPU of the model container. A T4 has 16 GB, enough for models of up to four billion parameters; none deploys no model, and the embedded extractor does the work.')
param gpu string = 'A100'

@description('Whether storage and Document Intelligence are reachable over private endpoints only.')
param usePrivateEndpoints bool = false

@description('Whether to deploy Document Intelligence. The flex shape always does.')
param useDocumentIntelligence bool = false

@description('Image of the app. azd fills in what it has built.')
param appImage string = ''

@description('Image of the model server. azd fills in what it has built.')
param modelImage string = ''

@description('Name under which the model is served and its weights lie on the share.')
param modelName string = 'Qwen/Qwen3-VL-8B-Instruct'

@allowed(['Generic', 'Qwen2Vl', 'Qwen25Vl', 'Qwen3Vl'])
@description('Family of the model: decides what its boxes mean.')
param modelFamily string = 'Qwen3Vl'

@minValue(1)
@maxValue(1000)
@description('Most instances of the app.')
param maxAppReplicas int = 20

@minValue(1)
@maxValue(50)
@description('Most instances of the model; the GPU quota of the subscription bounds it too.')
param maxModelReplicas int = 1

var isFlex = shape == 'flex'
var readsWithService = useDocumentIntelligence || isFlex
var tags = { 'azd-env-name': environmentName }
var token = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module watch 'watch/insights.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token }
}

module identity 'access/identity.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token }
}

module network 'access/network.bicep' = if (!isFlex || usePrivateEndpoints) {
  scope: group
  params: { location: location, tags: tags, token: token, isFlex: isFlex }
}

module storage 'data/storage.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token, isPublic: !usePrivateEndpoints }
}

module drops 'data/drops.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token, storageName: storage.outputs.name }
}

module service 'data/document-intelligence.bicep' = if (readsWithService) {
  scope: group
  params: { location: location, tags: tags, token: token, isPublic: !usePrivateEndpoints }
}

module roles 'access/roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    insightsName: watch.outputs.insightsName
    serviceName: readsWithService ? service!.outputs.name : ''
  }
}

module endpoints 'access/private-endpoints.bicep' = if (usePrivateEndpoints) {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    networkName: network!.outputs.networkName
    subnetId: network!.outputs.endpointSubnetId
    storageId: storage.outputs.id
    serviceId: readsWithService ? service!.outputs.id : ''
  }
}

module containers 'app/containers.bicep' = if (!isFlex) {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    subnetId: network!.outputs.appSubnetId
    workspaceId: watch.outputs.workspaceId
    gpu: gpu
    principalId: identity.outputs.principalId
  }
}

module weights 'model/weights.bicep' = if (!isFlex && gpu != 'none') {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    subnetId: network!.outputs.appSubnetId
    environmentName: containers!.outputs.environmentName
  }
}

module model 'model/model.bicep' = if (!isFlex && gpu != 'none') {
  scope: group
  params: {
    location: location
    tags: tags
    environmentId: containers!.outputs.environmentId
    registryServer: containers!.outputs.registryServer
    identityId: identity.outputs.id
    weightsStorage: weights!.outputs.storageName
    image: modelImage
    modelName: modelName
    gpu: gpu == 'A100' ? 'A100' : 'T4'
    maxReplicas: maxModelReplicas
  }
}

var settings = {
  AzureWebJobsStorage__accountName: storage.outputs.name
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.clientId
  AZURE_CLIENT_ID: identity.outputs.clientId
  // Event Grid tells of drops; polling for them as well would send whole files through the host.
  'AzureWebJobs.DocumentDropped.Disabled': 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: watch.outputs.connectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.outputs.clientId}'
}
var serviceSettings = readsWithService
  ? {
      DocumentIntelligence__Endpoint: service!.outputs.endpoint
      DocumentIntelligence__Use: 'ScannedPages'
    }
  : {}
var modelSettings = !isFlex && gpu != 'none'
  ? {
      VisionModel__Endpoint: model!.outputs.endpoint
      VisionModel__Model: modelName
      VisionModel__Family: modelFamily
    }
  : {}

module app 'app/functions.bicep' = if (!isFlex) {
  scope: group
  dependsOn: [roles]
  params: {
    location: location
    tags: tags
    token: token
    environmentId: containers!.outputs.environmentId
    registryServer: containers!.outputs.registryServer
    identityId: identity.outputs.id
    image: appImage
    settings: union(settings, serviceSettings, modelSettings)
    maxReplicas: maxAppReplicas
  }
}

module flex 'app/flex.bicep' = if (isFlex) {
  scope: group
  dependsOn: [roles]
  params: {
    location: location
    tags: tags
    token: token
    identityId: identity.outputs.id
    packageContainerUrl: storage.outputs.packageContainerUrl
    subnetId: usePrivateEndpoints ? network!.outputs.appSubnetId : ''
    settings: union(settings, serviceSettings)
    maxInstances: maxAppReplicas
  }
}

output AZURE_CONTAINER_REGISTRY_ENDPOINT string = isFlex ? '' : containers!.outputs.registryServer
output APP_URL string = isFlex ? flex!.outputs.url : app!.outputs.url
output STORAGE_ACCOUNT string = storage.outputs.name
