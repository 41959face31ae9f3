using System.Text;
using System.Text.Json;
using GroundedDocs.Adapters.VisionModel.Answers;
using GroundedDocs.Adapters.VisionModel.Requests;
using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction;
using OpenAI.Chat;

namespace GroundedDocs.Adapters.VisionModel;

/// <summary>Extracts with a vision-language model behind an OpenAI-compatible server.</summary>
/// <param name="options">Valid settings.</param>
/// <param name="connection">The server.</param>
public sealed class VisionModelExtractor(VisionModelOptions options, ModelConnection connection) : IExtractor
{
    private readonly FamilyTraits traits = FamilyTraits.Of(options.Family);

    /// <inheritdoc/>
    public int MaxWindowPages => options.WindowPages;

    /// <inheritdoc/>
    public async Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(schema);
        var pictures = await PicturesAsync(window, cancellationToken);
        var groups = SchemaGroups.Split(schema.Root, options.FieldsPerCall);
        var answers = await Task.WhenAll(groups.Select(group => AskAsync(group, window, pictures, cancellationToken)));
        if (answers.FirstOrDefault(answer => answer.Failure is not null).Failure is { } failure)
        {
            return failure;
        }

        var usage = answers.Aggregate(default(ModelUsage), (sum, answer) => sum + answer.Value.Usage);
        var provenance = new Provenance(options.Model, $"prompt-{Prompt.Version}", schema.Hash);
        return new Prediction([.. answers.SelectMany(answer => answer.Value.Fields)], provenance) { Usage = usage };
    }

    /// <summary>Asks for one group of fields, and once more for what cannot be used.</summary>
    private async Task<Result<(IReadOnlyList<PredictedField> Fields, ModelUsage Usage)>> AskAsync(
        ObjectSchema fields,
        ExtractionWindow window,
        IReadOnlyList<PagePicture> pictures,
        CancellationToken cancellationToken
    )
    {
        var question = Question(fields, window, pictures, closing: "");
        var asked = await connection.AskAsync(question, cancellationToken);
        if (!asked.TryGet(out var answer, out var failure))
        {
            return failure;
        }

        var first = Read(answer, fields, pictures);
        if (first.Problems.Count == 0)
        {
            return (first.Fields, answer.Usage);
        }

        var again = AnswerRepair.FieldsToAskAgain(fields, first);
        var askedAgain = await connection.AskAsync(Question(again, window, pictures, Closing(first)), cancellationToken);
        // A second question that fails leaves the first answer as good as it was.
        var second = askedAgain.TryGet(out var answerAgain, out _)
            ? Read(answerAgain, again, pictures)
            : new AnswerReading([], first.Problems);
        return (AnswerRepair.Complete(fields, first, second), answer.Usage + (answerAgain?.Usage ?? default));
    }

    private ModelQuestion Question(ObjectSchema fields, ExtractionWindow window, IReadOnlyList<PagePicture> pictures, string closing)
    {
        var form = new AnswerSchema(WithPage: pictures.Count > 1, WithBox: traits.Space != BoxSpace.None);
        var parts = window.Pages.Zip(pictures).SelectMany(page => Parts(page.First, page.Second));
        return new ModelQuestion(Rules(form), form.Write(fields), [.. parts], closing);
    }

    private static IEnumerable<ChatMessageContentPart> Parts(PageLayout page, PagePicture picture)
    {
        yield return ChatMessageContentPart.CreateTextPart(PageText.Write(page));
        if (!picture.Jpeg.IsEmpty)
        {
            yield return ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(picture.Jpeg), "image/jpeg");
        }
    }

    private string Rules(AnswerSchema form)
    {
        var rules = new StringBuilder(Prompt.Fill("system"));
        if (form.WithPage)
        {
            rules.Append(Prompt.Fill("page"));
        }

        if (form.WithBox)
        {
            var units =
                traits.Space == BoxSpace.Thousandths ? "in thousandths of the picture's width and height" : "in pixels of the picture";
            rules.Append(Prompt.Fill("box", ("units", units)));
        }

        return rules.ToString();
    }

    private AnswerReading Read(ModelAnswer answer, ObjectSchema fields, IReadOnlyList<PagePicture> pictures) =>
        new AnswerReader(pictures, traits.Space, answer.Probabilities).Read(AnswerParser.Parse(answer.Content), fields);

    /// <summary>Names the problems; rows that a broken-off list is continued after are quoted as JSON, in the user's message, as data.</summary>
    private static string Closing(AnswerReading reading)
    {
        var listed = reading.Problems.Take(VisionModelLimits.ListedProblems).Select(problem => $"- {problem.Path}: {problem.Reason}");
        var closing = new StringBuilder(Prompt.Fill("again", ("problems", string.Join('\n', listed))));
        foreach (var problem in reading.Problems.Where(problem => problem.CompleteRows > 0))
        {
            var last = problem.Path.Element(problem.CompleteRows!.Value - 1);
            var row = reading.Fields.Where(field => IsWithin(field.Path, last)).Select(field => field.PrintedText ?? field.Value.Text);
            closing.Append(Prompt.Fill("continue", ("path", problem.Path.ToString()), ("rows", JsonSerializer.Serialize(row))));
        }

        return closing.ToString();
    }

    private static bool IsWithin(FieldPath path, FieldPath ancestor) =>
        path.Segments.Take(ancestor.Segments.Count).SequenceEqual(ancestor.Segments);

    private async Task<IReadOnlyList<PagePicture>> PicturesAsync(ExtractionWindow window, CancellationToken cancellationToken)
    {
        var maxPixels = window.Detail switch
        {
            ImageDetail.Low => options.LowDetailPixels,
            ImageDetail.High => options.MaxImagePixels,
            _ => options.AutoDetailPixels,
        };
        var pages = await Task.WhenAll(window.Images.Select(image => image(cancellationToken)));
        return [.. pages.Select(page => PictureScaler.Scale(page, maxPixels, traits.SizeFactor))];
    }
}
