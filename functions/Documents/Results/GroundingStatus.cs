namespace GroundedDocs.Documents.Results;

/// <summary>How a value relates to what is printed.</summary>
public enum GroundingStatus
{
    /// <summary>The field is null.</summary>
    Absent,

    /// <summary>Printed character for character, apart from white space.</summary>
    Exact,

    /// <summary>Printed in another notation of the same value (a date, an amount, punctuation, case).</summary>
    Normalized,

    /// <summary>Printed with differences that reading errors explain.</summary>
    Fuzzy,

    /// <summary>Implied by the page but not printed: no box.</summary>
    Inferred,

    /// <summary>Found nowhere on the page: no box, at most low confidence.</summary>
    Unlocated,
}
