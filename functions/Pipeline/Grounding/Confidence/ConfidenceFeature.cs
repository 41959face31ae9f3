namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>What the confidence of a field depends on. Every number lies in 0..1; a half where nothing is known.</summary>
public enum ConfidenceFeature
{
    /// <summary>By which comparison the value was found: 1 for the same characters, less for weaker ones.</summary>
    Tier,

    /// <summary>How well text and shape fit.</summary>
    Fit,

    /// <summary>Score above the runner-up.</summary>
    Margin,

    /// <summary>1 with one candidate, falling with their number.</summary>
    Alone,

    /// <summary>The lowest confidence of the reader among the words.</summary>
    Reader,

    /// <summary>The lowest confidence of the reader among the characters.</summary>
    WeakestCharacter,

    /// <summary>Share of the words whose mix of letters, digits and capitals is that of misread words.</summary>
    Garbled,

    /// <summary>Mean confidence of the reader over the page.</summary>
    PageQuality,

    /// <summary>Share of the page's words that come from the file itself and not from recognition.</summary>
    Digital,

    /// <summary>The extractor's own probability.</summary>
    Probability,

    /// <summary>The mean of the extractor's probabilities for the document's other fields.</summary>
    OthersProbability,

    /// <summary>The extractor's own grounds: how surely a printed label names the field.</summary>
    GroundsLabel,

    /// <summary>How well the value stands where that label's value is printed.</summary>
    GroundsPlace,

    /// <summary>How well the print fits the kind of value that the field asks for.</summary>
    GroundsFit,

    /// <summary>Lead over the best other value that the field might have had.</summary>
    GroundsMargin,

    /// <summary>Other values that the field might have had: 0 for none, growing with their number.</summary>
    GroundsRivals,

    /// <summary>Further places that give the field the same value.</summary>
    GroundsRepeats,

    /// <summary>1 where sums or products over the document's numbers confirm the value, 0 where they contradict it.</summary>
    GroundsArithmetic,

    /// <summary>Whether the extractor found it by a label, a form field or a check box.</summary>
    ByLabel,

    /// <summary>Whether it found it in the address block of a party.</summary>
    ByParty,

    /// <summary>Whether it found it by its shape alone.</summary>
    ByShape,

    /// <summary>Whether it found it in a sentence.</summary>
    BySentence,

    /// <summary>How strongly the words around the place announce the field.</summary>
    Label,

    /// <summary>How much of the phrase beside the place is about the field.</summary>
    LabelShare,

    /// <summary>How much better that phrase announces another field.</summary>
    Contested,

    /// <summary>How much of the field's name the document prints anywhere.</summary>
    NamePrinted,

    /// <summary>1 when no other date or number is announced better by the field's label, less when one is.</summary>
    Standing,

    /// <summary>1 when the value is of the kind the field's name asks for, 0 when not.</summary>
    KindFits,

    /// <summary>Whether the value has the type its schema asks for, and its check digits are right.</summary>
    TypeFits,

    /// <summary>Whether it is a date.</summary>
    IsDate,

    /// <summary>Whether it is a number or an amount.</summary>
    IsNumber,

    /// <summary>Whether it is one word with digits that is neither.</summary>
    IsCode,

    /// <summary>Whether its form proves it: an IBAN with right check digits, a VAT number's form, an address of mail.</summary>
    IsChecked,

    /// <summary>Length of the value; 1 from sixty characters on.</summary>
    Length,

    /// <summary>How many lines it is printed on beyond the first; 1 from three on.</summary>
    Lines,

    /// <summary>Share of the value's words that are words of labels, of this field or another.</summary>
    SaysLabel,

    /// <summary>Whether the line goes on to the left of the place with words that are no label.</summary>
    OpenLeft,

    /// <summary>Whether the line goes on to the right of the place.</summary>
    OpenRight,

    /// <summary>Whether the next line goes on right below.</summary>
    OpenBelow,

    /// <summary>1 when a sum over the document's values confirms it, 0 when sums confirm only others.</summary>
    SumAgrees,

    /// <summary>1 when quantity times price gives the amount in the value's row, 0 when it does not.</summary>
    RowAgrees,

    /// <summary>1 when another field stands on a part of the same words, half when on exactly the same.</summary>
    Crowded,

    /// <summary>Whether the field is a cell of a table.</summary>
    IsCell,

    /// <summary>How well the place stands in its column.</summary>
    Alignment,

    /// <summary>Share of the column's values that are of the same kind.</summary>
    ColumnKind,

    /// <summary>Share of the row's cells that were found.</summary>
    RowComplete,

    /// <summary>Height on the page, 0 at the top.</summary>
    Top,

    /// <summary>1 on the first page, falling with the page.</summary>
    Early,
}
