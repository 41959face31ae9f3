namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Replaces the part of the results file that one benchmark owns, and leaves the rest alone.</summary>
internal static class ResultsFile
{
    public static void Replace(string file, string part, string text)
    {
        var (begin, end) = ($"<!-- begin {part} -->", $"<!-- end {part} -->");
        var all = File.Exists(file) ? File.ReadAllText(file) : "# Benchmark results\n";
        var from = all.IndexOf(begin, StringComparison.Ordinal);
        var to = all.IndexOf(end, StringComparison.Ordinal);
        var section = $"{begin}\n\n{text.TrimEnd()}\n\n{end}";
        File.WriteAllText(
            file,
            from >= 0 && to > from ? all[..from] + section + all[(to + end.Length)..] : $"{all.TrimEnd()}\n\n{section}\n"
        );
    }
}
