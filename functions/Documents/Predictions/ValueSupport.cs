namespace GroundedDocs.Documents.Predictions;

/// <summary>
/// What speaks for an extracted value, as the extractor saw it: the grounds of <see cref="PredictedField.Probability"/> one by
/// one, so that a calibration can weigh them anew. All numbers lie in 0..1.
/// </summary>
/// <param name="Source">By what the value was found.</param>
public sealed record ValueSupport(SupportSource Source)
{
    /// <summary>The score by which the value was chosen among its rivals; 0 for cells of tables, which have none.</summary>
    public double Score { get; init; }

    /// <summary>How surely the printed label, heading or column header names the field; 0 where the value was found without one.</summary>
    public double Label { get; init; }

    /// <summary>How well the value stands where that label's value is printed: 1 right beside or right below it, less with distance. Of a cell: the share of the table's columns that its row fills.</summary>
    public double Place { get; init; }

    /// <summary>How well the print fits the kind of value that the field asks for.</summary>
    public double Fit { get; init; }

    /// <summary>How far its kind can be told by its looks: 1 for dates, amounts, e-mail addresses and check boxes, 0 for free text.</summary>
    public double Shape { get; init; }

    /// <summary>Length of the print: 0 for one word, growing towards 1 with their number; long texts are more often cut wrong.</summary>
    public double Length { get; init; }

    /// <summary>Lead over the best other value that the field might have had; 1 without any other. Of a cell: the share of rows that fill its column.</summary>
    public double Margin { get; init; }

    /// <summary>Other values that the field might have had: 0 for none, growing towards 1 with their number.</summary>
    public double Rivals { get; init; }

    /// <summary>Further places that give the field the same value: 0 for none, growing towards 1 with their number.</summary>
    public double Repeats { get; init; }

    /// <summary>1 where sums or products over the document's numbers confirm the value, 0 where they contradict it, else 0.5.</summary>
    public double Arithmetic { get; init; } = 0.5;

    /// <summary>The lowest confidence of the reader among the value's words.</summary>
    public double Reader { get; init; } = 1;
}
