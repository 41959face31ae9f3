using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>Finds candidates by the labels beside them.</summary>
internal sealed class LabelledCandidates(LabelMap labels)
{
    private const double BelowFactor = 0.88;
    private const double BelowColonFactor = 0.6;
    private const double SoftFit = 0.72;
    private const double QuotedFit = 1.02;
    private const int MaxQuotedAnswerWords = 5;
    private const int MaxWordsForNumber = 3;
    private const double FarFactor = 0.35;

    // What stands below a label that has its answer on its own row belongs to another one.
    private const double AnsweredFactor = 0.75;
    private const double SureFit = 0.9;
    private const double HeadingFactor = 0.75;

    // On a form that was filled in on a computer, what is not in a field is mostly the form itself.
    private const double FilledInFactor = 1.1;
    private const double PrintedOnFilledFormFactor = 0.75;
    private const int MaxTextLines = 6;
    private const int MaxAddressLines = 4;
    private const int MaxNameLines = 2;

    // Words that go on a label, as "Code" does in "Supplier Code", and are no value by themselves.
    private static readonly HashSet<string> Attributes = [.. Lexicons.Read<string[]>("attributes")];

    private readonly Neighbourhood neighbourhood = new(labels);

    /// <summary>The candidates of one field beside one label.</summary>
    public IEnumerable<Candidate> Find(FieldMeaning field, LabelHit hit)
    {
        var isText = IsText(field);
        var isAnswered = false;
        if (neighbourhood.Right(hit, acrossColumns: !isText) is { } right)
        {
            var distance = Math.Max(0, right.Box.Left - hit.Box.Right);
            var closeness = Math.Exp(-FarFactor * distance) * FormFactor(hit.Sheet, right);
            closeness *= isText && neighbourhood.IsHeading(hit, right) ? HeadingFactor : 1;
            var run = isText ? neighbourhood.Continued(hit, right, LinesOf(field), field.Kind == ValueKind.OrganisationName) : right;
            foreach (var candidate in Read(field, run, hit, hit.Score * closeness))
            {
                isAnswered |= !isText && candidate.Reading.Fit >= SureFit;
                yield return candidate with
                {
                    Closeness = closeness,
                };
            }
        }

        if (neighbourhood.Below(hit, isText && field.Kind != ValueKind.OrganisationName ? LinesOf(field) : 1) is { } below)
        {
            var isAligned =
                Math.Abs(below.Box.Left - hit.Box.Left) < 1.5 * hit.Sheet.LineHeightInWidths
                || Math.Abs(below.Box.Right - hit.Box.Right) < hit.Sheet.LineHeightInWidths;
            var closeness =
                (hit.Tokens[^1].EndsLabel ? BelowColonFactor : BelowFactor)
                * (isAligned ? 1 : 0.85)
                * (isAnswered ? AnsweredFactor : 1)
                * FormFactor(hit.Sheet, below);
            foreach (var candidate in Read(field, below, hit, hit.Score * closeness))
            {
                yield return candidate with
                {
                    Closeness = closeness,
                };
            }
        }
    }

    private static IEnumerable<Candidate> Read(FieldMeaning field, Run run, LabelHit hit, double score)
    {
        if (field.Kind == ValueKind.MiddleName && !hit.Phrase.IsOwn)
        {
            // Printed behind the first name, under its label.
            if (run.Tokens.Count < 2)
            {
                yield break;
            }

            run = new Run([.. run.Tokens.Skip(1)]);
        }

        if (run.Tokens.SelectMany(t => t.Pieces).All(Attributes.Contains))
        {
            yield break;
        }

        var typed = TypedReader.Read(field, run);
        if (typed is not null)
        {
            // What stands between label and value makes the pair less certain.
            var skipped = run.Tokens.TakeWhile(t => t != typed.Run.Tokens[0]).Count(t => t.IsText && t.Text.Length > 2);
            yield return new Candidate(field, typed, score * typed.Fit * Math.Pow(0.92, skipped), hit);
        }

        // On a form that was filled in, print beside the label of a number is the form itself.
        var isFormItself = hit.Sheet.IsFilledInForm && !run.Tokens[0].IsFilledIn && field.Kind != ValueKind.Text;
        if (
            field.IsKindSoft
            && !isFormItself
            && MayAnswer(field, run)
            && TypedReader.Whole(run, SoftFitOf(field, run, typed)) is { } whole
            && whole.Printed != typed?.Printed
        )
        {
            yield return new Candidate(field, whole, score * whole.Fit, hit);
        }
    }

    // Instead of a number stands "none" or "see attached", but no sentence.
    private static bool MayAnswer(FieldMeaning field, Run run) =>
        IsText(field) || run.Tokens.Count <= MaxWordsForNumber || run.Text.Any(char.IsDigit);

    // Beside a label that the schema quotes word for word, the whole answer counts: "1995-13D (draft)", not its first number.
    private static double SoftFitOf(FieldMeaning field, Run run, Reading? typed) =>
        field is { IsVerbatimLabel: true, Concept: null }
        && field.Kind is ValueKind.Identifier or ValueKind.Number or ValueKind.Quantity
        && run.Tokens.Count <= MaxQuotedAnswerWords
        && typed is not null
            ? QuotedFit
            : SoftFit;

    private static double FormFactor(Sheet sheet, Run run) =>
        !sheet.IsFilledInForm ? 1
        : run.Tokens[0].IsFilledIn ? FilledInFactor
        : PrintedOnFilledFormFactor;

    private static bool IsText(FieldMeaning field) =>
        field.Kind
            is ValueKind.Text
                or ValueKind.Address
                or ValueKind.OrganisationName
                or ValueKind.PersonName
                or ValueKind.Street
                or ValueKind.City
                or ValueKind.State
                or ValueKind.Country
                or ValueKind.GivenName
                or ValueKind.MiddleName;

    private static int LinesOf(FieldMeaning field) =>
        field.Kind switch
        {
            ValueKind.Address => MaxAddressLines,
            ValueKind.Text when field.IsVerbatimLabel => MaxTextLines,
            ValueKind.OrganisationName => MaxNameLines,
            _ => 1,
        };
}
