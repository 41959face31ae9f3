using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Models.Rewriting;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Models;

public sealed class ModelRewritingTests
{
    private static readonly ModelFiles Files = ModelFiles.Find(null).Value;

    [Fact]
    public void Detector_Rewritten_ComputesTheSame()
    {
        var stock = File.ReadAllBytes(Files.Detector);
        var input = Noise(3 * 64 * 96);

        var expected = Run(stock, input, 64, 96);
        var actual = Run(ModelRewriting.Detector(stock), input, 64, 96);

        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Recognizer_Rewritten_ComputesTheSameOverTheClassesInUse()
    {
        var stock = File.ReadAllBytes(Files.Recognizer);
        var characters = CharacterSet.Choose(File.ReadAllLines(Files.Characters));
        var input = Noise(3 * 48 * 160);

        var expected = Restricted(Run(stock, input, 48, 160), File.ReadAllLines(Files.Characters).Length + 2, characters.Classes);
        var actual = Run(ModelRewriting.Recognizer(stock, characters.Classes), input, 48, 160);

        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    private static float[] Run(byte[] model, float[] input, int height, int width)
    {
        using var network = new Network(model, threads: 1);
        return network.Run(input, 1, 3, height, width).Values;
    }

    // What the stock model says, given that the character is one of those in use.
    private static float[] Restricted(float[] probabilities, int classCount, IReadOnlyList<int> classes) =>
        [
            .. probabilities
                .Chunk(classCount)
                .SelectMany(step =>
                {
                    var kept = classes.Select(index => step[index]).ToArray();
                    var sum = kept.Sum();
                    return kept.Select(value => value / sum);
                }),
        ];

    private static float[] Noise(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
