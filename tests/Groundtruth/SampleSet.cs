using GroundedDocs.Groundtruth.Documents;
using GroundedDocs.Groundtruth.Truth;

namespace GroundedDocs.Groundtruth;

/// <summary>The documents that the project makes itself, one of each kind for a seed.</summary>
public static class SampleSet
{
    /// <summary>The seed of the samples that ./run shows.</summary>
    public const int ShownSeed = 1;

    public static IEnumerable<Sample> Create(int seed) =>
        [InvoiceSample.Create(seed), ReceiptSample.Create(seed), DriversLicenseSample.Create(seed), BankStatementSample.Create(seed)];

    /// <summary>Writes the files of all samples and their truth, <c>docs.jsonl</c>, into a folder.</summary>
    public static void Write(string folder, IEnumerable<Sample> samples)
    {
        Directory.CreateDirectory(folder);
        using var truth = new StreamWriter(Path.Combine(folder, "docs.jsonl"));
        foreach (var sample in samples)
        {
            File.WriteAllBytes(Path.Combine(folder, sample.File), sample.Content);
            truth.WriteLine(sample.ToJsonLine());
        }
    }
}
