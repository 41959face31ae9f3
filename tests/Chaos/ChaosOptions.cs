using System.Globalization;

namespace GroundedDocs.Chaos;

/// <summary>How much trouble to make.</summary>
internal sealed record ChaosOptions
{
    public const string Usage = "usage: chaos [--jobs 1..10000] [--kills 0..10000] [--workers 1..16] [--seed N]";

    /// <summary>Documents.</summary>
    public int Jobs { get; init; } = 300;

    /// <summary>Workers killed with SIGKILL, one every second or two while documents are worked on.</summary>
    public int Kills { get; init; } = 60;

    /// <summary>Worker processes.</summary>
    public int Workers { get; init; } = 3;

    /// <summary>Decides lengths of documents and who is killed when; what the machine makes of it is not repeatable.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Reads the command line; null when it is none.</summary>
    public static ChaosOptions? TryParse(string[] args)
    {
        var options = new ChaosOptions();
        foreach (var pair in args.Chunk(2))
        {
            if (pair is not [var name, var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            switch (name)
            {
                case "--jobs" when number is >= 1 and <= 10_000:
                    options = options with { Jobs = number };
                    break;
                case "--kills" when number <= 10_000:
                    options = options with { Kills = number };
                    break;
                case "--workers" when number is >= 1 and <= 16:
                    options = options with { Workers = number };
                    break;
                case "--seed":
                    options = options with { Seed = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
