using GroundedDocs.Documents.Text;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Inbox;

/// <summary>What the path of a dropped blob says.</summary>
/// <param name="Folder">Its first folder: a domain or a stored schema; null when there is none.</param>
/// <param name="FileName">The rest.</param>
/// <param name="ResultName">Where the result goes, without extension.</param>
internal sealed record InboxPath(string? Folder, string FileName, string ResultName)
{
    /// <summary>Longest result name: a blob's 1,024 characters without the longest extension and the longest domain.</summary>
    private const int MaxResultCharacters = 900;

    public static InboxPath Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var folder = slash > 0 ? path[..slash] : null;
        var file = path[(slash + 1)..];
        return new InboxPath(folder, file, folder is null ? Submission.ClassifiedFolder + Shortened(Plain(file)) : Shortened(Plain(path)));
    }

    /// <summary>
    /// Whether a path can be asked for: in a URL, the segments <c>.</c> and <c>..</c> lead to another place, into another container even.
    /// </summary>
    public static bool IsAddressable(string path) => path.Length > 0 && path.Split('/').All(segment => segment is not ("." or ".."));

    /// <summary>Segments of dots alone would name another place in most clients.</summary>
    private static string Plain(string path) =>
        string.Join('/', path.Split('/').Select(segment => segment.Length > 0 && segment.All(c => c == '.') ? "_" : segment));

    private static string Shortened(string name) =>
        name.Length <= MaxResultCharacters ? name : $"{CutText.Prefix(name, MaxResultCharacters - 40)}~{SafeKey.Hash(name)}";
}
