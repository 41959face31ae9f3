namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>Which end of a printed period a date field wants.</summary>
internal enum RangeEnd
{
    None,
    Start,
    End,
}
