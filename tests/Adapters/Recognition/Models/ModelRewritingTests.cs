using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Models.Latin;
using GroundedDocs.Adapters.Recognition.Models.Onnx;
using GroundedDocs.Adapters.Recognition.Models.Rewriting;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Models;

public sealed class ModelRewritingTests
{
    private static readonly ModelFiles Files = ModelFiles.Find(null).Value;

    [Theory]
    [InlineData("ch_PP-OCRv4_det_infer.onnx", 64, 96)]
    [InlineData("ch_PP-OCRv4_rec_infer.onnx", 48, 160)]
    public void Model_Simplified_ComputesTheSame(string file, int height, int width)
    {
        var stock = File.ReadAllBytes(Path.Combine(Files.Folder, file));
        var input = Noise(3 * height * width);

        var expected = Run(stock, input, height, width);
        var actual = Run(ModelRewriting.Simplified(stock), input, height, width);

        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Recognizer_WithLatinLayers_HasAClassForEachOfTheirCharactersTheBlankAndTheSpace()
    {
        const int StepWidth = 8;
        var layers = LatinLayers.Load();
        var model = ModelRewriting.Simplified(File.ReadAllBytes(Files.Recognizer), layers);

        var scores = Run(model, Noise(3 * 48 * 160), 48, 160);

        Assert.Equal(160 / StepWidth * (layers.Characters.Length + 2), scores.Length);
        Assert.Distinct(layers.Characters);
    }

    [Fact]
    public void LatinLayers_InAModelThatTheyWereNotTrainedFor_AreRefused() =>
        Assert.Throws<InvalidDataException>(() => LatinLayers.Load().Replace(OnnxGraph.Read(File.ReadAllBytes(Files.Detector))));

    private static float[] Run(byte[] model, float[] input, int height, int width)
    {
        using var network = new Network(model, threads: 1);
        return network.Run(input, 1, 3, height, width).Values;
    }

    private static float[] Noise(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
