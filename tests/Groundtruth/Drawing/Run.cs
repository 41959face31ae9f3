namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>A stretch of a printed line that is either plain text or what the page prints of one field.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Field">The field's path, or null.</param>
/// <param name="IsRepeat">Whether the field's value is printed here once more, its main place being elsewhere.</param>
public readonly record struct Run(string Text, string? Field = null, bool IsRepeat = false)
{
    public static implicit operator Run(string text) => new(text);
}
