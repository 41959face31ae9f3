namespace GroundedDocs.Documents.Results;

/// <summary>By which kind of comparison a value's words were found, from the strictest to the weakest.</summary>
public enum MatchTier
{
    /// <summary>Not found.</summary>
    None,

    /// <summary>The same characters.</summary>
    Exact,

    /// <summary>The same letters and digits; case, punctuation and spaces differ.</summary>
    Squeezed,

    /// <summary>The same date, amount, number, phone, identifier or boolean.</summary>
    Typed,

    /// <summary>Whole printed words in another order, or in several places.</summary>
    Scattered,

    /// <summary>Part of a printed word.</summary>
    SubWord,

    /// <summary>Alike, with differences that reading errors explain.</summary>
    Fuzzy,
}
