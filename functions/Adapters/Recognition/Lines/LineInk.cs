namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Ink of a small grey picture by Otsu's threshold, as connected patches (eight neighbours). Finding them is consuming.</summary>
internal sealed class LineInk
{
    // Below this difference between ink and paper there is nothing to tell apart.
    private const int MinContrast = 24;

    private readonly bool[] ink;
    private readonly int width;
    private readonly int height;

    private LineInk(bool[] ink, int width)
    {
        this.ink = ink;
        this.width = width;
        height = ink.Length / width;
    }

    /// <summary>The ink of a picture of three bytes a pixel; none when it has too little contrast.</summary>
    public static LineInk Of(ReadOnlySpan<byte> rgb, int width)
    {
        var gray = new byte[rgb.Length / 3];
        for (var i = 0; i < gray.Length; i++)
        {
            gray[i] = (byte)(((rgb[3 * i] * 77) + (rgb[(3 * i) + 1] * 151) + (rgb[(3 * i) + 2] * 28)) >> 8);
        }

        var (threshold, contrast) = OtsuThreshold.Of(gray);
        var dark = gray.Count(value => value <= threshold);
        // Paper covers more of a line than ink does, whichever of the two is darker.
        var isDarkInk = dark * 2 <= gray.Length;
        return new LineInk(
            contrast < MinContrast ? new bool[gray.Length] : Array.ConvertAll(gray, value => value <= threshold == isDarkInk),
            width
        );
    }

    /// <summary>The bounds of every patch; right and bottom just outside.</summary>
    public IEnumerable<(int Left, int Top, int Right, int Bottom)> Patches()
    {
        var pending = new Stack<int>();
        for (var start = 0; start < ink.Length; start++)
        {
            if (ink[start])
            {
                yield return Consume(start, pending);
            }
        }
    }

    private (int Left, int Top, int Right, int Bottom) Consume(int start, Stack<int> pending)
    {
        var (left, top, right, bottom) = (start % width, start / width, 0, 0);
        ink[start] = false;
        pending.Push(start);
        while (pending.TryPop(out var pixel))
        {
            var (x, y) = (pixel % width, pixel / width);
            (left, top) = (Math.Min(left, x), Math.Min(top, y));
            (right, bottom) = (Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
            {
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                {
                    var next = (ny * width) + nx;
                    if (ink[next])
                    {
                        ink[next] = false;
                        pending.Push(next);
                    }
                }
            }
        }

        return (left, top, right, bottom);
    }
}
