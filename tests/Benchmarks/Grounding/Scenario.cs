namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>How the true values are changed before they are grounded.</summary>
internal enum Scenario
{
    /// <summary>As the truth states them.</summary>
    Plain,

    /// <summary>Dates as ISO dates, amounts as plain numbers, capitals, double spaces, names in another order.</summary>
    Reformatted,

    /// <summary>5 % of the letters and spaces changed the way recognition and models err; numbers kept.</summary>
    Noisy,

    /// <summary>With the right rough box.</summary>
    RightBox,

    /// <summary>With a rough box that is off by up to 5 % of the page.</summary>
    JitteredBox,

    /// <summary>With a rough box anywhere on any page.</summary>
    WrongBox,

    /// <summary>Values of other documents of the set that are not on this one.</summary>
    Foreign,
}
