// Document Intelligence, reached with the app's identity; keys are switched off.
param location string
param tags object
param token string
param isPublic bool

resource service 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'di-${token}'
  location: location
  tags: tags
  kind: 'FormRecognizer'
  sku: { name: 'S0' }
  properties: {
    // Signing in with an identity needs a name of its own.
    customSubDomainName: 'di-${token}'
    disableLocalAuth: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: { defaultAction: isPublic ? 'Allow' : 'Deny' }
  }
}

output id string = service.id
output name string = service.name
output endpoint string = service.properties.endpoint
