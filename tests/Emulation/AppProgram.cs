using System.Diagnostics;

namespace GroundedDocs.Emulation;

/// <summary>The app's executable beside the tests, as a process of its own with settings of its own.</summary>
internal static class AppProgram
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "GroundedDocs");

    /// <summary>Starts it, or another program.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> settings, string[] arguments, string? program = null)
    {
        var start = new ProcessStartInfo(program ?? Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it, or another program, to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> settings,
        string[] arguments,
        string? program = null,
        CancellationToken cancellationToken = default
    )
    {
        using var process = Start(settings, arguments, program);
        var (output, error) = (
            process.StandardOutput.ReadToEndAsync(cancellationToken),
            process.StandardError.ReadToEndAsync(cancellationToken)
        );
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Lets it talk to nobody: a full pipe would stop it.</summary>
    public static void Mute(Process process)
    {
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it answers an address with success.</summary>
    /// <exception cref="InvalidOperationException">It has ended before.</exception>
    public static async Task AnswersAsync(Process process, Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {process.ExitCode}.");
            }

            try
            {
                using var answer = await client.GetAsync(address, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }
}
