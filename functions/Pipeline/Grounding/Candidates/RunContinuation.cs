using System.Runtime.InteropServices;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Says with which words a printed value can go on after a word: to the right, in the lines below, on the next page.</summary>
internal sealed class RunContinuation(DocumentIndex index)
{
    // In line heights: the two lines of an address in a form may stand in boxes of their own.
    private const double MaxGapDown = 5;
    private const double AlignmentTolerance = 0.8;
    private const int MaxRowsBelow = 10;

    // A speck or the frame of a check box is read as one character, unsurely.
    private const double SurestDirt = 0.5;
    private const int PageBreakRows = 6;

    private readonly List<int> successors = [];

    /// <summary>The words that may follow the last of <paramref name="path"/>, most likely first. Valid until the next call.</summary>
    public IReadOnlyList<int> After(List<int> path)
    {
        successors.Clear();
        var word = path[^1];
        ref readonly var from = ref index.Words[word];
        var row = index.Rows[from.Row];
        AddFirstWithText(word + 1, row.EndWord);
        var lineStart = LineStart(path);
        var scale = index.Scales[from.PageIndex];
        var lastRow = Math.Min(index.Rows.Length - 1, from.Row + MaxRowsBelow);
        for (var below = from.Row + 1; below <= lastRow && index.Rows[below].PageIndex == from.PageIndex; below++)
        {
            var gap = scale.GapDown(from.Box, index.Rows[below].Box);
            if (gap > MaxGapDown)
            {
                break;
            }

            AddLineStarts(index.Rows[below], index.Words[lineStart].Box.Left, scale);
        }

        AddNextPage(from);
        return successors;
    }

    private void AddNextPage(in IndexedWord from)
    {
        var row = from.Row + 1;
        while (row < index.Rows.Length && index.Rows[row].PageIndex == from.PageIndex && row <= from.Row + PageBreakRows)
        {
            row++;
        }

        var last = Math.Min(index.Rows.Length, row + PageBreakRows);
        for (; row < last && index.Rows[row].PageIndex == from.PageIndex + 1; row++)
        {
            AddLineStarts(index.Rows[row], double.NaN, index.Scales[from.PageIndex + 1]);
        }
    }

    // Those in the column of the line before come first.
    private void AddLineStarts(WordRun row, double alignedLeft, PageScale scale)
    {
        var first = successors.Count;
        for (var word = row.FirstWord; word < row.EndWord; word++)
        {
            var startsSegment = word == row.FirstWord || index.Words[word].Segment != index.Words[word - 1].Segment;
            if (startsSegment || Math.Abs(scale.Across(index.Words[word].Box.Left - alignedLeft)) < AlignmentTolerance)
            {
                AddFirstWithText(word, row.EndWord);
            }
        }

        if (successors.Count > first + 1 && !double.IsNaN(alignedLeft))
        {
            CollectionsMarshal.AsSpan(successors)[first..].Sort((one, other) => Distance(one).CompareTo(Distance(other)));
        }

        double Distance(int word) => Math.Abs(index.Words[word].Box.Left - alignedLeft);
    }

    // Punctuation between the words of a value does not count, and dirt need not.
    private void AddFirstWithText(int word, int end)
    {
        var isDirt = true;
        for (; word < end && isDirt; word++)
        {
            if (index.Words[word].SqueezedLength > 0)
            {
                successors.Add(word);
                isDirt = IsDirt(index.Words[word].Source);
            }
        }
    }

    private static bool IsDirt(Word word) => word is { Text.Length: 1, Source: WordSource.Recognition, Confidence: < SurestDirt };

    private int LineStart(List<int> path)
    {
        var at = path.Count - 1;
        while (at > 0 && index.Words[path[at - 1]].Row == index.Words[path[at]].Row)
        {
            at--;
        }

        return path[at];
    }
}
