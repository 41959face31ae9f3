using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>A check box and its page.</summary>
/// <param name="Source">The check box as it was read.</param>
/// <param name="PageIndex">Its page, from 0.</param>
internal readonly record struct IndexedCheckBox(CheckBox Source, int PageIndex);
