using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace GroundedDocs.App.Work;

/// <summary>
/// Finds the top-level <c>Metadata</c> of a trigger request without keeping <c>Data</c>: a blob trigger sends the whole blob as base64
/// there, hundreds of megabytes of it.
/// </summary>
internal sealed class MetadataScanner
{
    /// <summary>Metadata of a blob: names of at most 1,024 characters, a few times, escaped.</summary>
    private const int MaxBytes = 256 * 1024;

    private readonly StringBuilder name = new();
    private readonly ArrayBufferWriter<byte> kept = new();
    private int depth;
    private bool isInString;
    private bool isEscaped;
    private bool isKeeping;

    /// <summary>The JSON of the metadata object, or null when there is none or it is too long.</summary>
    public static async Task<ReadOnlyMemory<byte>?> FindAsync(PipeReader body, CancellationToken cancellationToken)
    {
        var scanner = new MetadataScanner();
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
            {
                scanner.Scan(segment.Span);
            }

            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                // A bare null would become memory without bytes here, which is no JSON.
                return scanner.kept.WrittenCount is > 0 and < MaxBytes ? scanner.kept.WrittenMemory : (ReadOnlyMemory<byte>?)null;
            }
        }
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        foreach (var each in bytes)
        {
            if (isInString)
            {
                ScanInString(each);
            }
            else
            {
                ScanOutside(each);
            }
        }
    }

    private void ScanInString(byte each)
    {
        Keep(each);
        if (isEscaped)
        {
            isEscaped = false;
        }
        else if (each == '\\')
        {
            isEscaped = true;
        }
        else if (each == '"')
        {
            isInString = false;
        }
        else if (depth == 1 && name.Length < 16)
        {
            name.Append((char)each);
        }
    }

    private void ScanOutside(byte each)
    {
        switch (each)
        {
            case (byte)'"':
                isInString = true;
                if (depth == 1)
                {
                    name.Clear();
                }

                Keep(each);
                break;
            case (byte)'{' or (byte)'[':
                isKeeping |= depth == 1 && name.Equals("Metadata") && kept.WrittenCount == 0;
                depth++;
                Keep(each);
                break;
            case (byte)'}' or (byte)']':
                depth--;
                Keep(each);
                isKeeping &= depth > 1;
                break;
            default:
                Keep(each);
                break;
        }
    }

    private void Keep(byte each)
    {
        if (isKeeping && kept.WrittenCount < MaxBytes)
        {
            kept.GetSpan(1)[0] = each;
            kept.Advance(1);
        }
    }
}
