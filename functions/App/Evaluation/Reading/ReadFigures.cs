namespace GroundedDocs.App.Evaluation.Reading;

/// <summary>How well the text of documents was read, compared with what people transcribed. Case does not count.</summary>
/// <param name="Words">Words found again, of those read and of those printed; each counted as often as it stands there.</param>
/// <param name="CharacterErrorRate">
/// Edit distance (Levenshtein, 1966) between what was read inside each transcribed region and its transcript, spaces left out, divided
/// by the transcripts' length. Null without transcripts.
/// </param>
internal sealed record ReadFigures(Accuracy Words, double? CharacterErrorRate);
