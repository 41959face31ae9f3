// The storage account: documents, results, queues and tables. No keys, no public blobs, TLS 1.2.
param location string
param tags object
@minLength(13)
param token string
param isPublic bool

// The names of the app's own containers, queues and tables; a test holds them against the code.
var containerNames = ['inbox', 'schemas', 'results', 'work', 'files', 'sessions']
var queueNames = ['steps', 'steps-poison', 'drops', 'drops-poison']
var tableNames = ['runs', 'steps', 'submissions', 'open', 'fields', 'results', 'drops', 'worklist', 'keys', 'files', 'corrections', 'claims']
var packageContainer = 'packages'

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'st${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    // Event Grid delivers drops as a trusted service.
    networkAcls: { bypass: 'AzureServices', defaultAction: isPublic ? 'Allow' : 'Deny' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: storage
  name: 'default'
  properties: { deleteRetentionPolicy: { enabled: true, days: 7 } }

  resource containers 'containers' = [
    for name in concat(containerNames, [packageContainer]): {
      name: name
      properties: { publicAccess: 'None' }
    }
  ]
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: storage
  name: 'default'

  resource all 'queues' = [for name in queueNames: { name: name }]
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: storage
  name: 'default'

  resource all 'tables' = [for name in tableNames: { name: name }]
}

output id string = storage.id
output name string = storage.name
output packageContainerUrl string = '${storage.properties.primaryEndpoints.blob}${packageContainer}'
