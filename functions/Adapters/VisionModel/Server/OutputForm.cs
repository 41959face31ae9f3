namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>How the form of an answer is asked for, from the strictest to what every server takes.</summary>
public enum OutputForm
{
    /// <summary>The server holds the model to the JSON Schema while it writes.</summary>
    JsonSchema,

    /// <summary>The server makes sure of JSON; the schema stands in the prompt.</summary>
    JsonObject,

    /// <summary>Free text; the schema stands in the prompt.</summary>
    Text,
}
