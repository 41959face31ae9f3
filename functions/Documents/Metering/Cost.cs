namespace GroundedDocs.Documents.Metering;

/// <summary>An amount of money that work cost.</summary>
/// <param name="Amount">How much, in units of the currency.</param>
/// <param name="Currency">The currency, as its ISO 4217 code.</param>
public readonly record struct Cost(decimal Amount, string Currency);
