namespace GroundedDocs.Documents.Text;

/// <summary>Which of two numbers in a date such as 03/04/2021 comes first.</summary>
public enum DateOrder
{
    /// <summary>Nothing on the document says.</summary>
    Unknown,

    /// <summary>Day, month, year.</summary>
    DayFirst,

    /// <summary>Month, day, year.</summary>
    MonthFirst,
}
