using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>The grounds that lie in a value itself, not in its surroundings.</summary>
internal static class SupportShape
{
    /// <summary>The grounds, with what shape, fit and reader of a reading say.</summary>
    public static ValueSupport WithShape(this ValueSupport support, FieldMeaning field, Reading reading) =>
        support with
        {
            Fit = Math.Clamp(reading.Fit, 0, 1),
            Shape = ShapeOf(field.Kind),
            Length = 1 - (1.0 / Math.Max(1, reading.Run.Tokens.Count)),
            Reader = reading.Run.Tokens.Min(t => Math.Clamp(t.Confidence, 0, 1)),
        };

    private static double ShapeOf(ValueKind kind) =>
        kind switch
        {
            ValueKind.Date
            or ValueKind.Amount
            or ValueKind.Percent
            or ValueKind.Email
            or ValueKind.Url
            or ValueKind.Iban
            or ValueKind.Phone
            or ValueKind.Currency
            or ValueKind.Boolean
            or ValueKind.CardType
            or ValueKind.PaymentType => 1,
            ValueKind.Identifier
            or ValueKind.VatId
            or ValueKind.PostalCode
            or ValueKind.Number
            or ValueKind.Quantity
            or ValueKind.Measure
            or ValueKind.Code
            or ValueKind.CardEnd
            or ValueKind.State
            or ValueKind.Country => 0.5,
            _ => 0,
        };
}
