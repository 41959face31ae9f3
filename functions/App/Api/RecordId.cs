namespace GroundedDocs.App.Api;

/// <summary>Ids of files, predictions and feedbacks as callers send them.</summary>
internal static class RecordId
{
    private const int Digits = 32;

    /// <summary>Whether a text can be an id: what cannot names nothing, and reaches no storage.</summary>
    public static bool IsOne(string? text) => text is { Length: Digits } && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>An id in the form that clients know from elsewhere, with or without dashes, as it is kept; null when it is none.</summary>
    public static string? Read(string? text)
    {
        var plain = text?.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return IsOne(plain) ? plain : null;
    }
}
