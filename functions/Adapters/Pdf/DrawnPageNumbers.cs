using System.Globalization;
using System.Threading.Channels;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// The numbers of the pages that <c>pdftoppm -progress</c> says it has written: lines of page, last page and file name, between
/// complaints about the document, which are thrown away.
/// </summary>
internal sealed class DrawnPageNumbers
{
    private readonly Channel<int> numbers = Channel.CreateUnbounded<int>();

    /// <summary>Begins to read, and keeps reading, so that the renderer never waits for room.</summary>
    public DrawnPageNumbers(TextReader complaints) => _ = Task.Run(() => ReadAsync(complaints));

    /// <summary>The next page that was written, or null when there are no more.</summary>
    public int? Next() =>
        numbers.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult() && numbers.Reader.TryRead(out var number) ? number : null;

    private async Task ReadAsync(TextReader complaints)
    {
        try
        {
            while (await complaints.ReadLineAsync() is { } line)
            {
                var parts = line.TrimEnd().Split(' ');
                if (parts.Length is 2 or 3 && IsNumber(parts[0], out var number) && IsNumber(parts[1], out _))
                {
                    numbers.Writer.TryWrite(number);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The renderer was killed.
        }
        finally
        {
            numbers.Writer.Complete();
        }
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
