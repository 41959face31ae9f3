namespace GroundedDocs.Documents.Metering;

/// <summary>
/// What things cost the operator, in one currency. All prices are zero until somebody sets them: a self-hosted model is paid by the
/// hour, a hosted one by the token.
/// </summary>
public sealed record PriceTable
{
    private const decimal TokensPriced = 1_000_000;
    private const decimal StorageOperationsPriced = 10_000;
    private const decimal ServicePagesPriced = 1_000;

    /// <summary>The currency, as its ISO 4217 code; for display.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Price of a million tokens sent.</summary>
    public decimal MillionInputTokens { get; init; }

    /// <summary>Price of a million tokens received.</summary>
    public decimal MillionOutputTokens { get; init; }

    /// <summary>Price of an hour of the model's machine, counted by the time of its answers: idle machines are not in it.</summary>
    public decimal ModelHour { get; init; }

    /// <summary>Price of a thousand pages at the external reading service.</summary>
    public decimal ThousandServicePages { get; init; }

    /// <summary>Price of ten thousand storage operations.</summary>
    public decimal TenThousandStorageOperations { get; init; }

    /// <summary>The cost of what was used up.</summary>
    public Cost CostOf(WorkUsage usage) => new(AmountOf(usage), Currency);

    /// <summary>The cost divided by a count of pages, documents or correct fields; null when there are none to divide by.</summary>
    public decimal? CostPer(WorkUsage usage, long count) => count > 0 ? AmountOf(usage) / count : null;

    /// <summary>What is wrong with the prices, each naming the setting and what it should be; empty when all is well.</summary>
    public IEnumerable<string> Problems() =>
        new (string Name, decimal Price)[]
        {
            (nameof(MillionInputTokens), MillionInputTokens),
            (nameof(MillionOutputTokens), MillionOutputTokens),
            (nameof(ModelHour), ModelHour),
            (nameof(ThousandServicePages), ThousandServicePages),
            (nameof(TenThousandStorageOperations), TenThousandStorageOperations),
        }
            .Where(entry => entry.Price < 0)
            .Select(entry => $"Prices__{entry.Name} must not be negative.");

    private decimal AmountOf(WorkUsage usage) =>
        (usage.Model.InputTokens * MillionInputTokens / TokensPriced)
        + (usage.Model.OutputTokens * MillionOutputTokens / TokensPriced)
        + ((decimal)usage.Model.ModelTime.TotalHours * ModelHour)
        + (usage.ServicePages * ThousandServicePages / ServicePagesPriced)
        + (usage.StorageOperations * TenThousandStorageOperations / StorageOperationsPriced);
}
