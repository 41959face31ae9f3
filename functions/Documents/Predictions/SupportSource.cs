namespace GroundedDocs.Documents.Predictions;

/// <summary>By what an extractor found a value.</summary>
public enum SupportSource
{
    /// <summary>A label beside or above it.</summary>
    Label,

    /// <summary>A field of an interactive form beside its label.</summary>
    FormField,

    /// <summary>A check box beside its label.</summary>
    CheckBox,

    /// <summary>The address block of a party under its heading.</summary>
    LabelledParty,

    /// <summary>The address block or letterhead that by its place is a party's.</summary>
    Party,

    /// <summary>Its own shape, such as that of an e-mail address, without a label.</summary>
    Shape,

    /// <summary>The cell of a table with a header.</summary>
    Cell,

    /// <summary>A row of goods without a header.</summary>
    UnheadedCell,

    /// <summary>A sentence of running text.</summary>
    Sentence,
}
