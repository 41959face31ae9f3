using Microsoft.ML.OnnxRuntime;

namespace GroundedDocs.Adapters.Recognition.Models;

/// <summary>One loaded network with one input and one output of 32-bit floats. Safe to run from several threads.</summary>
internal sealed class Network : IDisposable
{
    private readonly InferenceSession session;
    private readonly string[] inputNames;
    private readonly string[] outputNames;

    /// <summary>Starts a network; throws <see cref="OnnxRuntimeException"/> when the bytes are not a usable model.</summary>
    public Network(byte[] model, int threads)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            // Pictures differ in size, so a remembered allocation plan never fits and only costs memory.
            EnableMemoryPattern = false,
            // Warnings are about the models' own style; failures arrive as exceptions.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        session = new InferenceSession(model, options);
        inputNames = [session.InputNames[0]];
        outputNames = [session.OutputNames[0]];
    }

    /// <summary>Runs the network once.</summary>
    /// <param name="input">The input in row-major order.</param>
    /// <param name="shape">Its shape.</param>
    /// <returns>The output in row-major order, with its shape.</returns>
    public (float[] Values, long[] Shape) Run(float[] input, params long[] shape)
    {
        using var run = new RunOptions();
        using var tensor = OrtValue.CreateTensorValueFromMemory(input, shape);
        using var results = session.Run(run, inputNames, [tensor], outputNames);
        return (results[0].GetTensorDataAsSpan<float>().ToArray(), results[0].GetTensorTypeAndShape().Shape);
    }

    public void Dispose() => session.Dispose();
}
