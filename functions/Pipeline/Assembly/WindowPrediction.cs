using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>What one window of pages said.</summary>
/// <param name="FirstPageNumber">The window's first page, counted from 1.</param>
/// <param name="Prediction">Its values.</param>
public sealed record WindowPrediction(int FirstPageNumber, Prediction Prediction);
