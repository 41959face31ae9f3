using System.Globalization;
using GroundedDocs.Groundtruth;

if (
    args is not [var folder, ..]
    || !int.TryParse(args.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture, out var variants)
    || variants < 1
)
{
    Console.Error.WriteLine(
        "usage: Groundtruth OUTDIR [VARIANTS]: writes that many samples of each kind, and docs.jsonl with their truth."
    );
    return 2;
}

SampleSet.Write(folder, Enumerable.Range(SampleSet.ShownSeed, variants).SelectMany(SampleSet.Create));
return 0;
