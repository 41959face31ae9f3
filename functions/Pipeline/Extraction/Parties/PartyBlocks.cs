using GroundedDocs.Pipeline.Extraction.Meanings;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>Which address block is whose.</summary>
internal sealed class PartyBlocks(
    IReadOnlyDictionary<PartyRole, AddressBlock> labelled,
    IReadOnlyDictionary<PartyRole, AddressBlock> guessed,
    IReadOnlyList<AddressBlock> all
)
{
    /// <summary>Whether a printed heading says whose block it is.</summary>
    public bool IsLabelled(PartyRole role) => labelled.ContainsKey(role);

    /// <summary>The block of a party and how sure that is, 0..1; null when it has none.</summary>
    public (AddressBlock Block, double Score)? Of(PartyRole role) =>
        role switch
        {
            PartyRole.None => all.Count > 0 ? (all[0], all.Count == 1 ? 0.8 : 0.55) : null,
            _ when labelled.TryGetValue(role, out var block) => (block, 0.93),
            _ when guessed.TryGetValue(role, out var block) => (block, block.IsSenderLine && role == PartyRole.Seller ? 0.82 : 0.72),
            _ => null,
        };
}
