// The app as Functions on Container Apps: our image on the Functions base image, scaled from zero by the platform, which derives
// the scale rules of queues from the triggers themselves.
param location string
param tags object
param token string
param environmentId string
param registryServer string
param identityId string

@description('Empty before the first deployment of an image.')
param image string

param settings object

@minValue(1)
param maxReplicas int

var firstImage = 'mcr.microsoft.com/k8se/quickstart-functions:latest'

resource app 'Microsoft.App/containerApps@2025-02-02-preview' = {
  name: 'ca-app-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 80, transport: 'auto', allowInsecure: false }
      registries: [{ server: registryServer, identity: identityId }]
    }
    template: {
      containers: [
        {
          name: 'app'
          image: empty(image) ? firstImage : image
          // Two readers of one thread each beat one of two; each takes about 600 MB with its models.
          resources: { cpu: json('2'), memory: '4Gi' }
          env: [for setting in items(settings): { name: setting.key, value: setting.value }]
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/', port: 80 }
              periodSeconds: 5
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: { path: '/', port: 80 }
              periodSeconds: 30
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: { minReplicas: 0, maxReplicas: maxReplicas }
    }
  }
}

output url string = 'https://${app.properties.configuration.ingress.fqdn}'
