using System.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Reads what is printed at a place.</summary>
internal static class PlaceText
{
    /// <summary>The printed characters, words joined by <paramref name="separator"/>.</summary>
    public static string Of(DocumentIndex index, Place place, string separator)
    {
        if (place.Words.Count == 1)
        {
            return index.Words[place.Words[0]].Source.Text[place.StartChar..place.EndChar];
        }

        var text = new StringBuilder();
        for (var i = 0; i < place.Words.Count; i++)
        {
            var word = index.Words[place.Words[i]].Source.Text;
            var from = i == 0 ? place.StartChar : 0;
            var to = i == place.Words.Count - 1 ? place.EndChar : word.Length;
            text.Append(i > 0 ? separator : "").Append(word, from, to - from);
        }

        return text.ToString();
    }
}
