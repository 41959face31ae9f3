namespace GroundedDocs.Documents.Predictions;

/// <summary>What a second, independent extractor says about a value.</summary>
public enum ReaderAgreement
{
    /// <summary>Nobody was asked, or the other one has no opinion.</summary>
    Unknown,

    /// <summary>Both read the same value.</summary>
    Agreed,

    /// <summary>The other one reads another value.</summary>
    Disagreed,
}
