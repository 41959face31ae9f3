namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// Words that mean the same on business documents in English, German, French, Spanish, Italian and Dutch, so that a
/// field called "due_date" finds "Zahlbar bis". Folded, each group one line.
/// </summary>
internal static class LabelLexicon
{
    private static readonly string[] Groups =
    [
        "invoice bill receipt rechnung rechnungs facture factura fattura factuur",
        "number no nr num numero nummer id identifier numer ref reference #",
        "date dated datum fecha data jour",
        "due payable pay zahlbar fallig falligkeit echeance vencimiento scadenza vervaldatum balance owed zahlbetrag",
        "issue issued issuing ausstellung rechnungsdatum emission emision emissione",
        "total sum summe gesamt gesamtbetrag totaal totale amount grand somme endbetrag",
        "amount betrag montant importe importo bedrag total price preis",
        "net netto basis basisbetrag subtotal zwischensumme nettobetrag imponible ht steuerbasis",
        "gross brutto ttc bruttobetrag rechnungsbetrag",
        "tax vat mwst ust steuer tva iva btw umsatzsteuer gst steuerbetrag taxe",
        "seller vendor supplier verkaufer lieferant fournisseur vendeur proveedor vendedor fornitore venditore leverancier merchant payee absender issuer",
        "buyer customer client kunde kaufer kunden acheteur cliente comprador acquirente klant sold bill recipient empfanger purchaser",
        "company firm firma societe empresa azienda bedrijf organization organisation business store shop",
        "name nom nombre nome naam bezeichnung",
        "address adresse anschrift direccion indirizzo adres",
        "street strasse str rue calle via straat road",
        "city town stadt ort ville ciudad citta plaats",
        "postcode zip postal plz cp cap postleitzahl",
        "state province bundesland region",
        "country land pays pais paese",
        "phone telephone tel telefon telefono telefoon mobile fon",
        "fax telefax",
        "email mail e-mail courriel correo",
        "website web url homepage www internet",
        "currency wahrung devise moneda valuta waehrung",
        "quantity qty menge quantite cantidad quantita aantal anzahl hours units stk",
        "description item beschreibung bezeichnung artikel designation descripcion descrizione omschrijving produkt product position",
        "price preis einzelpreis prix precio prezzo prijs unit rate",
        "order po purchase bestellung bestell commande pedido ordine auftrag",
        "contract agreement vertrag contrat contrato contratto",
        "account acct konto compte cuenta conto",
        "iban bank bankverbindung",
        "delivery shipping ship lieferung livraison entrega consegna lieferdatum",
        "payment zahlung paiement pago pagamento betaling paid",
        "from start begin beginning von ab du desde dal van first",
        "to end ending until through bis au hasta al tot thru last",
        "period term duration zeitraum laufzeit periode",
        "flight schedule dates",
        "advertiser sponsor product candidate committee",
        "signature signed unterschrift firma signer",
        "birth born geburt geburtsdatum naissance dob",
        "jurisdiction law laws governed governing courts venue",
        "party parties between undersigned",
        "effective entered commencing",
    ];

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "the",
        "of",
        "or",
        "and",
        "a",
        "an",
        "as",
        "in",
        "for",
        "on",
        "by",
        "is",
        "if",
        "any",
        "one",
        "line",
        "printed",
        "with",
        "that",
        "this",
        "whose",
        "field",
        "value",
        "text",
        "string",
        "yyyy",
        "mm",
        "dd",
        "digits",
        "full",
        "decimal",
        "point",
        "it",
        "its",
        "be",
        "are",
        "not",
        "which",
    };

    private static readonly Dictionary<string, string[]> Synonyms = Build();

    /// <summary>Whether the word says nothing about a field.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>Other words for the same thing.</summary>
    public static IReadOnlyList<string> SynonymsOf(string word) => Synonyms.TryGetValue(word, out var others) ? others : [];

    private static Dictionary<string, string[]> Build()
    {
        var groups = Groups.Select(g => g.Split(' ')).ToList();
        var words = groups.SelectMany(g => g).Distinct(StringComparer.Ordinal);
        return words.ToDictionary(w => w, w => OthersOf(w, groups), StringComparer.Ordinal);
    }

    private static string[] OthersOf(string word, List<string[]> groups) =>
        [
            .. groups
                .Where(g => g.Contains(word, StringComparer.Ordinal))
                .SelectMany(g => g)
                .Where(w => w != word)
                .Distinct(StringComparer.Ordinal),
        ];
}
