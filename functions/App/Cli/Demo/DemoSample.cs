using GroundedDocs.App.Evaluation.Truth;

namespace GroundedDocs.App.Cli.Demo;

/// <summary>A sample document on its way through the running app.</summary>
/// <param name="FilePath">Where it lies.</param>
/// <param name="Domain">The folder of the inbox that it is dropped into.</param>
/// <param name="Truth">What must come out.</param>
internal sealed record DemoSample(string FilePath, string Domain, TruthDocument Truth)
{
    /// <summary>The file's own name.</summary>
    public string Name => Path.GetFileName(FilePath);

    /// <summary>The blob that is dropped.</summary>
    public string InboxPath => $"{Domain}/{Name}";

    /// <summary>The blob that answers.</summary>
    public string ResultPath => $"{InboxPath}.json";

    /// <summary>The blob that says why there is no answer.</summary>
    public string ErrorPath => $"{InboxPath}.error.json";
}
