using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Documents;

/// <summary>Names for downloads: those of the documents, without what file systems and headers do not take.</summary>
internal static class FileNames
{
    private const int MaxCharacters = 80;

    /// <summary>The document's name with another ending.</summary>
    public static string Of(Submission submission, string ending)
    {
        var name = Path.GetFileNameWithoutExtension(submission.DocumentName.Replace('\\', '/'));
        var plain = new string([.. name.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ' or '.').Take(MaxCharacters)]);
        return (plain.Trim(' ', '.') is { Length: > 0 } usable ? usable : submission.Id) + ending;
    }
}
