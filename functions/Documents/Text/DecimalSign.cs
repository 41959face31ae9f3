namespace GroundedDocs.Documents.Text;

/// <summary>The sign between the whole part and the fraction of a number.</summary>
public enum DecimalSign
{
    /// <summary>Nothing on the document says.</summary>
    Unknown,

    /// <summary>1,234.56</summary>
    Point,

    /// <summary>1.234,56</summary>
    Comma,
}
