// The model server on a serverless GPU, reachable inside the environment only, scaled to zero when nobody asks.
param location string
param tags object
param environmentId string
param registryServer string
param identityId string
param weightsStorage string

@description('Empty before the first deployment of an image.')
param image string

param modelName string

@allowed(['T4', 'A100'])
param gpu string

@minValue(1)
param maxReplicas int

var port = 8000
var firstImage = 'mcr.microsoft.com/k8se/quickstart:latest'
// The whole of a profile's machine: a GPU is not shared.
var sizes = {
  T4: { cpu: 8, memory: '56Gi', precision: 'half' }
  A100: { cpu: 24, memory: '220Gi', precision: 'bfloat16' }
}

resource model 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'model'
  location: location
  tags: union(tags, { 'azd-service-name': 'model' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'gpu'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: false, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registryServer, identity: identityId }]
    }
    template: {
      // Requests under way may finish when an instance is taken away.
      terminationGracePeriodSeconds: 180
      containers: [
        {
          name: 'model'
          image: empty(image) ? firstImage : image
          resources: { cpu: sizes[gpu].cpu, memory: sizes[gpu].memory }
          env: [
            { name: 'MODEL', value: modelName }
            { name: 'DTYPE', value: sizes[gpu].precision }
            { name: 'PORT', value: string(port) }
          ]
          volumeMounts: [{ volumeName: 'weights', mountPath: '/weights' }]
          probes: [
            {
              // Loading weights takes minutes: 40 × 30 s.
              type: 'Startup'
              httpGet: { path: '/health', port: port }
              periodSeconds: 30
              failureThreshold: 40
            }
            {
              type: 'Readiness'
              httpGet: { path: '/health', port: port }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health', port: port }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 5
            }
          ]
        }
      ]
      volumes: [{ name: 'weights', storageType: 'NfsAzureFile', storageName: weightsStorage }]
      scale: {
        minReplicas: 0
        maxReplicas: maxReplicas
        // Documents come in bursts, and a start is dear: stay ten minutes after the last request.
        cooldownPeriod: 600
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '16' } } }]
      }
    }
  }
}

output endpoint string = 'https://${model.properties.configuration.ingress.fqdn}/v1'
