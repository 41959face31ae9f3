namespace GroundedDocs.Documents.Text;

/// <summary>Limits of the readings of text.</summary>
public static class Limits
{
    /// <summary>Characters of a value that is tried as a date, number or identifier: longer ones are running text.</summary>
    public const int MaxTypedValueLength = 64;

    /// <summary>Digits of a number: a decimal holds 28 for certain.</summary>
    public const int MaxNumberDigits = 27;
}
