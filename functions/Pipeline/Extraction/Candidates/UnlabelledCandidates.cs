using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Parties;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>Candidates that their own shape gives away, without a label: e-mail addresses, IBANs, the first date.</summary>
internal sealed class UnlabelledCandidates(IReadOnlyList<Sheet> sheets, PartyBlocks parties, DocumentLocale locale)
{
    private const double ShapeScore = 0.66;
    private const double DateScore = 0.56;
    private const double CurrencyScore = 0.6;
    private const double OtherPartyFactor = 0.5;
    private const double NearParty = 0.1;

    /// <summary>The candidates of one field.</summary>
    public IEnumerable<Candidate> Find(FieldMeaning field) =>
        field.Kind switch
        {
            ValueKind.Email or ValueKind.Url or ValueKind.Iban => Shapes(field, ShapeScore),
            ValueKind.VatId or ValueKind.Phone => Shapes(field, ShapeScore)
                .Where(c => c.Reading.Fit >= 1 && (field.Kind != ValueKind.VatId || KindPatterns.VatId().IsMatch(c.Reading.Printed))),
            ValueKind.CardType => Shapes(field, ShapeScore),
            ValueKind.Date when field.Concept?.Id == "issue_date" => FirstDate(field),
            ValueKind.Currency => Currency(field),
            _ => [],
        };

    /// <summary>A labelled candidate, made less likely when it stands beside the other party's address.</summary>
    public Candidate Weigh(Candidate candidate) =>
        candidate.Field.Kind is ValueKind.Phone or ValueKind.Email or ValueKind.Url or ValueKind.VatId
            ? candidate with
            {
                Score = candidate.Score * (NamedParty(candidate) ?? PartyFactor(candidate.Field.Party, candidate.Reading.Run)),
            }
            : candidate;

    // "Client's VAT number" says whose it is, wherever it stands.
    private static double? NamedParty(Candidate candidate)
    {
        var words = candidate.Label?.First.Tokens.SelectMany(t => t.Pieces).ToHashSet(StringComparer.Ordinal) ?? [];
        return candidate.Field.Party is PartyRole.None ? null
            : Names(candidate.Field.Party, words) ? 1
            : Names(candidate.Field.Party == PartyRole.Buyer ? PartyRole.Seller : PartyRole.Buyer, words) ? OtherPartyFactor
            : null;
    }

    private static bool Names(PartyRole role, HashSet<string> words) =>
        PartyReader
            .LabelsOf(role)
            .Select(LabelText.Pieces)
            .Any(label => label.Count == 1 && label[0].Length > 3 && words.Contains(label[0]));

    private IEnumerable<Candidate> Shapes(FieldMeaning field, double score)
    {
        foreach (var segment in sheets.SelectMany(s => s.Segments))
        {
            if (TypedReader.Read(field, segment.ToRun()) is { } reading)
            {
                yield return new Candidate(
                    field,
                    reading,
                    score * reading.Fit * PartyFactor(field.Party, reading.Run) * Math.Pow(0.97, reading.Run.PageNumber - 1),
                    null
                );
            }
        }
    }

    // What stands beside the other party's address is the other party's.
    private double PartyFactor(PartyRole role, Run run)
    {
        if (role is not (PartyRole.Seller or PartyRole.Buyer))
        {
            return 1;
        }

        var own = Distance(parties.Of(role)?.Block, run);
        var other = Distance(parties.Of(role == PartyRole.Seller ? PartyRole.Buyer : PartyRole.Seller)?.Block, run);
        return role == PartyRole.Seller ? (other < NearParty && other < own ? OtherPartyFactor : 1)
            : own < NearParty && own < other ? 1
            : OtherPartyFactor;
    }

    private static double Distance(AddressBlock? block, Run run)
    {
        if (block is null || block.Sheet.PageNumber != run.PageNumber)
        {
            return double.MaxValue;
        }

        var sideways = Math.Max(0, Math.Max(block.Box.Left - run.Box.Right, run.Box.Left - block.Box.Right));
        var upright = Math.Max(0, Math.Max(block.Box.Top - run.Box.Bottom, run.Box.Top - block.Box.Bottom));
        return sideways + upright;
    }

    private IEnumerable<Candidate> FirstDate(FieldMeaning field)
    {
        var rank = 0;
        foreach (var segment in sheets[0].Segments)
        {
            if (TypedReader.Read(field, segment.ToRun()) is { } reading)
            {
                yield return new Candidate(field, reading, DateScore * Math.Pow(0.97, rank++), null);
            }
        }
    }

    private IEnumerable<Candidate> Currency(FieldMeaning field)
    {
        var token = sheets
            .SelectMany(s => s.Segments)
            .SelectMany(s => s.Tokens)
            .FirstOrDefault(t => locale.Currency is not null && CurrencyNames.CodeOf(Sign(t)) == locale.Currency);
        return token is null ? [] : [new Candidate(field, new Reading(new Run([token]), Sign(token), 1), CurrencyScore, null)];
    }

    private static string Sign(Token token) =>
        new([.. token.Text.Where(c => !char.IsDigit(c) && c is not ('.' or ',' or '(' or ')' or ':' or '-'))]);
}
