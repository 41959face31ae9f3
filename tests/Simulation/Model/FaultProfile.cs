namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>How often a simulated model errs, as shares 0..1. The default is the profile that figures are stated with.</summary>
public sealed record FaultProfile
{
    /// <summary>A model that makes no mistakes and knows every box.</summary>
    public static FaultProfile None { get; } =
        new()
        {
            WrongOrMissing = 0,
            OtherNotation = 0,
            LostRows = 0,
            BoxAbsent = 0,
            BoxShifted = 0,
            BoxAnywhere = 0,
        };

    /// <summary>Fields with a wrong or missing value: two fifths slips of characters, a fifth missing, invented, another field's each.</summary>
    public double WrongOrMissing { get; init; } = 0.05;

    /// <summary>Fields whose value is right but written in another notation than the page's.</summary>
    public double OtherNotation { get; init; } = 0.20;

    /// <summary>Rows of tables with ten rows or more that are left out.</summary>
    public double LostRows { get; init; } = 0.01;

    /// <summary>Boxes that are missing.</summary>
    public double BoxAbsent { get; init; } = 0.30;

    /// <summary>Boxes that are shifted by up to a tenth of the page in each direction.</summary>
    public double BoxShifted { get; init; } = 0.50;

    /// <summary>Boxes that are anywhere.</summary>
    public double BoxAnywhere { get; init; } = 0.20;
}
