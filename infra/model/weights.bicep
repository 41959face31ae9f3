// The model's weights on a share, so that a cold start loads them from the network instead of downloading them again. NFS, because
// an SMB share can only be mounted with the account's key: here the network decides who may mount, and no key exists.
param location string
param tags object
@minLength(13)
param token string
param subnetId string
param environmentName string

var shareName = 'weights'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'stw${token}'
  location: location
  tags: tags
  kind: 'FileStorage'
  sku: { name: 'Premium_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    // NFS does not speak HTTPS; the rule below leaves the one subnet as the only way in. The share holds public weights only.
    supportsHttpsTrafficOnly: false
    networkAcls: {
      bypass: 'None'
      defaultAction: 'Deny'
      virtualNetworkRules: [{ id: subnetId, action: 'Allow' }]
    }
  }

  resource files 'fileServices' = {
    name: 'default'

    resource share 'shares' = {
      name: shareName
      properties: { enabledProtocols: 'NFS', rootSquash: 'NoRootSquash', shareQuota: 100 }
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' existing = {
  name: environmentName
}

resource mount 'Microsoft.App/managedEnvironments/storages@2025-01-01' = {
  parent: environment
  name: shareName
  dependsOn: [account::files::share]
  properties: {
    nfsAzureFile: {
      accessMode: 'ReadWrite'
      server: '${account.name}.file.${az.environment().suffixes.storage}'
      shareName: '/${account.name}/${shareName}'
    }
  }
}

output storageName string = mount.name
