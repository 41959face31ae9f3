using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>Candidates for names and addresses of parties.</summary>
internal sealed class PartyCandidates(PartyBlocks parties, Sheet firstSheet, LabelMap labels)
{
    private const double SingleNameFactor = 0.95;

    /// <summary>The candidates of one field.</summary>
    public IEnumerable<Candidate> Find(FieldMeaning field)
    {
        var isPlace =
            field.Kind
            is ValueKind.Address
                or ValueKind.Street
                or ValueKind.City
                or ValueKind.PostalCode
                or ValueKind.State
                or ValueKind.Country;
        var isName = field is { Kind: ValueKind.OrganisationName, Party: not PartyRole.None };
        if (
            (isPlace || isName)
            && parties.Of(BlockOwner(field.Party)) is var (block, score)
            && Part(field, block) is { } run
            && (isName ? MerchantName.Clean(run) : TypedReader.Whole(run, 1)) is { } reading
        )
        {
            yield return new Candidate(field, reading, score * (isName ? SingleNameFactor : 1), null);
        }

        if (isName && field.Party is PartyRole.Seller or PartyRole.Bank && MerchantName.Find(firstSheet, labels) is var (name, sureness))
        {
            yield return new Candidate(field, name, sureness, null);
        }
    }

    // A bank writes its own statements.
    private static PartyRole BlockOwner(PartyRole role) => role == PartyRole.Bank ? PartyRole.Seller : role;

    private static Run? Part(FieldMeaning field, AddressBlock block) =>
        field.Kind switch
        {
            ValueKind.Address => block.Address,
            ValueKind.Street => block.Street,
            ValueKind.City => block.City.City,
            ValueKind.PostalCode => block.City.PostalCode,
            ValueKind.State => block.City.State,
            ValueKind.Country => block.City.CountryCode ?? (block.Tail.Count > 0 ? block.Tail[^1] : null),
            _ => block.Name,
        };
}
