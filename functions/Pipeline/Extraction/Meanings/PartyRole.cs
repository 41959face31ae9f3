namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>Which of a document's parties a field is about.</summary>
internal enum PartyRole
{
    None,
    Seller,
    Buyer,
    ShipTo,
    Bank,
}
