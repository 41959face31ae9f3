using System.Reflection;

namespace GroundedDocs.App.Composition;

/// <summary>The version of the pipeline: another version's results are not shown as this one's.</summary>
internal static class PipelineVersion
{
    /// <summary>The product's version, with the commit it was built from where the build knows it.</summary>
    public static string Current { get; } =
        typeof(PipelineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
