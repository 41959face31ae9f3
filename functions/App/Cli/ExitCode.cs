namespace GroundedDocs.App.Cli;

/// <summary>What the program's exit says.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>It ran, but something did not come out as it should.</summary>
    public const int NotAsExpected = 1;

    /// <summary>The input cannot be used; one sentence on standard error says why.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted from the keyboard, as shells number it.</summary>
    public const int Interrupted = 130;
}
