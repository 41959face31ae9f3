using GroundedDocs.Groundtruth;

namespace GroundedDocs.Tests.Samples;

/// <summary>A folder that holds generated samples for as long as a test runs.</summary>
public sealed class SampleFiles : IDisposable
{
    public SampleFiles(params int[] seeds)
    {
        Folder = Directory.CreateTempSubdirectory("groundeddocs-samples-").FullName;
        SampleSet.Write(Folder, seeds.SelectMany(SampleSet.Create));
    }

    public string Folder { get; }

    public string Manifest => Path.Combine(Folder, "docs.jsonl");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
