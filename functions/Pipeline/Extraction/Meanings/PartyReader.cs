using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>Finds in a field's words which party it is about, and what it asks about that party.</summary>
internal static class PartyReader
{
    private static readonly IReadOnlyDictionary<PartyRole, PartyWords> Parties = Lexicons
        .Read<Dictionary<string, PartyWords>>("parties")
        .ToDictionary(p => Enum.Parse<PartyRole>(p.Key.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), p => p.Value);

    private static readonly Dictionary<string, ValueKind> Attributes = new(StringComparer.Ordinal)
    {
        ["name"] = ValueKind.OrganisationName,
        ["address"] = ValueKind.Address,
        ["street"] = ValueKind.Street,
        ["city"] = ValueKind.City,
        ["town"] = ValueKind.City,
        ["postcode"] = ValueKind.PostalCode,
        ["state"] = ValueKind.State,
        ["province"] = ValueKind.State,
        ["country"] = ValueKind.Country,
        ["phone"] = ValueKind.Phone,
        ["email"] = ValueKind.Email,
        ["website"] = ValueKind.Url,
        ["vat"] = ValueKind.VatId,
        ["tax"] = ValueKind.VatId,
    };

    /// <summary>Labels that announce a party.</summary>
    public static IReadOnlyList<string> LabelsOf(PartyRole role) => Parties.TryGetValue(role, out var words) ? words.Labels : [];

    /// <summary>The party and the kind of value asked for; no party when the field is about something else.</summary>
    public static (PartyRole Role, ValueKind Kind) Read(FieldWords words)
    {
        var role = RoleIn(words.WithParents, out var others);
        var asked = others
            .Reverse()
            .Select(w => Attributes.TryGetValue(w, out var kind) ? kind : (ValueKind?)null)
            .FirstOrDefault(k => k is not null);
        if (role == PartyRole.None)
        {
            // "address: full address of the shop" names the party in its description alone.
            var told = asked is null ? PartyRole.None : RoleIn(words.Description, out _);
            return told == PartyRole.None || others.Count > 2 ? (PartyRole.None, asked ?? ValueKind.Text) : (told, asked!.Value);
        }

        var rest = others
            .Where(w => !Attributes.ContainsKey(w) && !LabelText.IsNoise(w) && w is not ("number" or "id" or "code" or "line" or "full"))
            .ToList();
        return asked is null && others.Count == 0 ? (role, ValueKind.OrganisationName)
            : asked is not null && rest.Count == 0 ? (role, asked.Value)
            : (PartyRole.None, ValueKind.Text);
    }

    private static PartyRole RoleIn(IReadOnlyList<string> words, out IReadOnlyList<string> others)
    {
        // Delivery names come first: a "customer shipping address" is a shipping address.
        foreach (var role in new[] { PartyRole.ShipTo, PartyRole.Bank, PartyRole.Buyer, PartyRole.Seller })
        {
            var found = Parties[role].Names.Select(LabelText.Pieces).FirstOrDefault(n => n.All(words.Contains));
            if (found is not null)
            {
                var names = Parties.Values.SelectMany(p => p.Names).SelectMany(LabelText.Pieces).ToHashSet(StringComparer.Ordinal);
                others = [.. words.Where(w => !names.Contains(w))];
                return role;
            }
        }

        others = words;
        return PartyRole.None;
    }
}
