namespace GroundedDocs.Documents.Text;

/// <summary>A date found in a text, with the reading it has under either order of day and month.</summary>
/// <param name="Start">Index of its first UTF-16 character.</param>
/// <param name="Length">How many UTF-16 characters it has.</param>
/// <param name="DayFirst">The date if days come first; null when that is no date of the calendar.</param>
/// <param name="MonthFirst">The date if months come first; null when that is no date of the calendar. At least one of the two is given.</param>
public readonly record struct DateMention(int Start, int Length, DateOnly? DayFirst, DateOnly? MonthFirst)
{
    /// <summary>Whether both orders give a date, and not the same one.</summary>
    public bool IsAmbiguous => DayFirst is { } day && MonthFirst is { } month && day != month;

    /// <summary>The date under an order; the only possible one where the other is none; day first when nothing is known.</summary>
    public DateOnly In(DateOrder order) => (order == DateOrder.MonthFirst ? MonthFirst ?? DayFirst : DayFirst ?? MonthFirst)!.Value;

    /// <summary>Whether the date can be read as <paramref name="date"/> under some order.</summary>
    public bool CanBe(DateOnly date) => DayFirst == date || MonthFirst == date;
}
