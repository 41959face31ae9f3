using System.ComponentModel;
using GroundedDocs.Orchestration.Files;
using GroundedDocs.Orchestration.Results;

namespace GroundedDocs.App.Api.Answers;

/// <summary>An uploaded file.</summary>
internal sealed record FileAnswer
{
    [Description("32 hexadecimal digits.")]
    public required string Id { get; init; }

    public required string Filename { get; init; }

    public required long Bytes { get; init; }

    public required string Purpose { get; init; }

    [Description("When it was uploaded, in UTC.")]
    public required string CreatedAt { get; init; }

    [Description("When it stops existing, in UTC.")]
    public required string ExpiresAt { get; init; }

    [Description("MD5 of its content in hexadecimal.")]
    public required string Hash { get; init; }

    [Description("Always file.")]
    public string Object { get; init; } = "file";

    public static FileAnswer Of(StoredFile file) =>
        new()
        {
            Id = file.Id,
            Filename = file.FileName,
            Bytes = file.SizeBytes,
            Purpose = file.Purpose,
            CreatedAt = Moment.Write(file.CreatedAt),
            ExpiresAt = Moment.Write(file.ExpiresAt),
            Hash = file.Md5,
        };
}
