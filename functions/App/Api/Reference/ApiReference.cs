using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace GroundedDocs.App.Api.Reference;

/// <summary>The OpenAPI document, made from the routes themselves, and the page that shows it; all of it is served from here.</summary>
internal static class ApiReference
{
    /// <summary>Where the document is.</summary>
    public const string DocumentPath = "/openapi/v1.json";

    private const string Name = "v1";
    private const string Key = "key";

    private static readonly Dictionary<Type, string> ExampleOf = new()
    {
        [typeof(PredictionAnswer)] = Examples.Prediction,
        [typeof(FileAnswer)] = Examples.File,
        [typeof(ErrorBody)] = Examples.Error,
    };

    public static void AddApiReference(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            options =>
            {
                options.ShouldInclude = description => description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer((document, _, _) => Describe(document));
                options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
                options.AddSchemaTransformer((schema, context, _) => Describe(schema, context));
            }
        );

    public static void MapApiReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference(
            "/docs",
            options => options.WithTitle("GroundedDocs API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts()
        );
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "GroundedDocs API",
            Version = Name,
            Description =
                "Turns documents into JSON in which every value carries the place where it is printed. Made for VLM Run's clients.",
        };
        // The page and the API are one server, whatever its address.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A key that `keys create` has made. Without any key, requests from this machine need none.",
        };
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CallerRequirement>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        }

        if (
            metadata.OfType<BodyExample>().FirstOrDefault() is { } example
            && operation.RequestBody?.Content?["application/json"] is { } body
        )
        {
            body.Example = JsonNode.Parse(example.Json);
        }

        if (metadata.OfType<BodyForm>().FirstOrDefault() is { } form)
        {
            operation.RequestBody = FileBody(form.ContentType);
        }

        if (metadata.OfType<IdempotencyHeader>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = IdempotencyHeader.Name,
                    In = ParameterLocation.Header,
                    Description = "The same key and body twice is the same as once; the same key with another body is refused with 422.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyHeader.MaxCharacters },
                }
            );
        }

        return Task.CompletedTask;
    }

    private static OpenApiRequestBody FileBody(string contentType)
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var schema = contentType.StartsWith("multipart", StringComparison.Ordinal)
            ? new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = file },
            }
            : file;
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [contentType] = new() { Schema = schema } },
        };
    }

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(SourceReference))
        {
            schema.Type = JsonSchemaType.String;
            schema.Description = "An https address, or a data URI in base64.";
        }

        if (ExampleOf.TryGetValue(context.JsonTypeInfo.Type, out var example))
        {
            schema.Examples = [JsonNode.Parse(example)!];
        }

        return Task.CompletedTask;
    }
}
