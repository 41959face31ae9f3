namespace GroundedDocs.App.Options;

/// <summary>One setting as an operator sees it.</summary>
/// <param name="Name">Its name as an environment variable; two underscores part a section from its setting.</param>
/// <param name="Default">What holds when it is not set; empty for nothing.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
internal sealed record Setting(string Name, string Default, string Meaning);
