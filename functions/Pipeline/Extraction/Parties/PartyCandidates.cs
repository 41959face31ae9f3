using GroundedDocs.Documents.Predictions;
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
    private const double BankScore = 0.7;
    private const double StateScore = 0.6;
    private const double HeadHeight = 0.25;
    private static readonly string[] BankWords =
    [
        "bank",
        "banks",
        "sparkasse",
        "volksbank",
        "banque",
        "banco",
        "banca",
        "caisse",
        "credit",
    ];

    /// <summary>The candidates of one field.</summary>
    public IEnumerable<Candidate> Find(FieldMeaning field)
    {
        var isPlace =
            field.Concept is null
            && field.Kind
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
            yield return new Candidate(field, reading, score * (isName ? SingleNameFactor : 1), null)
            {
                Source = parties.IsLabelled(BlockOwner(field.Party)) ? SupportSource.LabelledParty : SupportSource.Party,
            };
        }

        if (field.Concept?.Id == "bank_name" && LetterheadOf(BankWords) is { } bank)
        {
            yield return new Candidate(field, bank, BankScore, null) { Source = SupportSource.Party };
        }

        if (field.Concept?.Id == "issuing_state" && LetterheadOf([]) is { } state)
        {
            yield return new Candidate(field, state, StateScore, null) { Source = SupportSource.Party };
        }

        if (isName && field.Party is PartyRole.Seller or PartyRole.Bank && MerchantName.Find(firstSheet, labels) is var (name, sureness))
        {
            yield return new Candidate(field, name, sureness, null) { Source = SupportSource.Party };
        }
    }

    // The first printed name in the head of the first page that has one of the words, or simply the first.
    private Reading? LetterheadOf(string[] words) =>
        firstSheet
            .Segments.Where(s => s.Box.Top < HeadHeight && !labels.StartsWithLabel(s))
            .Where(s => words.Length == 0 || s.Tokens.SelectMany(t => t.Pieces).Any(words.Contains))
            .Select(s => MerchantName.Clean(s.ToRun()))
            .FirstOrDefault(r => r is not null);

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
