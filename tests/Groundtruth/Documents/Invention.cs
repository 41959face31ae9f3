using System.Globalization;

namespace GroundedDocs.Groundtruth.Documents;

/// <summary>Invents people, firms, places and numbers; the same for the same seed. None of them exists.</summary>
public sealed class Invention(int seed)
{
    private static readonly string[] FirstNames =
    [
        "Elena",
        "Marcus",
        "Priya",
        "Tobias",
        "Wanda",
        "Samuel",
        "Ingrid",
        "Dario",
        "Noelle",
        "Hector",
    ];
    private static readonly string[] MiddleNames = ["Rose", "James", "Anne", "Lee", "Marie", "Paul"];
    private static readonly string[] LastNames =
    [
        "Marlowe",
        "Okafor",
        "Brandt",
        "Castellan",
        "Whitfield",
        "Nakamura",
        "Ferris",
        "Delacroix",
        "Yardley",
        "Hobbs",
    ];
    private static readonly string[] StreetNames =
    [
        "Alder",
        "Quarry",
        "Lantern",
        "Harbor",
        "Millrace",
        "Juniper",
        "Foundry",
        "Orchard",
        "Beacon",
        "Tannery",
    ];
    private static readonly string[] StreetKinds = ["Street", "Avenue", "Road", "Lane"];
    private static readonly string[] Cities =
    [
        "Fairhaven",
        "Millbrook",
        "Stonebridge",
        "Cedar Falls",
        "Ashford",
        "Kingsport",
        "Riverton",
        "Oakdale",
    ];
    private static readonly string[] States = ["OR", "VT", "NM", "WI", "ME", "CO", "MN", "KY"];

    private readonly Random random = new(seed);

    public string FirstName => Pick(FirstNames);

    public string MiddleName => Pick(MiddleNames);

    public string LastName => Pick(LastNames);

    public string City => Pick(Cities);

    public string State => Pick(States);

    public string Street =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Next(101, 9899)} {Pick(StreetNames)} {Pick(StreetKinds)}");

    /// <summary>A telephone number from the range that is kept for fiction.</summary>
    public string Phone => string.Create(CultureInfo.InvariantCulture, $"({random.Next(201, 989)}) 555-01{random.Next(10, 99)}");

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + random.Next(i == 0 ? 1 : 0, 10))));

    public int Between(int low, int high) => random.Next(low, high + 1);

    /// <summary>An amount with cents.</summary>
    public decimal Amount(int low, int high) => random.Next(low * 100, high * 100) / 100m;

    public DateOnly Date(int year) => new DateOnly(year, 1, 1).AddDays(random.Next(0, 360));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Some of the choices, each at most once, in an order of chance.</summary>
    public IReadOnlyList<T> PickSome<T>(IReadOnlyList<T> choices, int count)
    {
        var shuffled = choices.ToArray();
        random.Shuffle(shuffled);
        return shuffled[..count];
    }
}
