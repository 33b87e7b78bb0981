namespace EnviAgriNet.Benchmarks.Load;

/// <summary>How readings are cut into packs.</summary>
/// <param name="Name">What the shape is called in reports.</param>
/// <param name="About">One sentence for people.</param>
/// <param name="Stations">How many stations send.</param>
/// <param name="MinutesPerPack">How many minutes of its 20 series a station puts into a pack.</param>
internal sealed record PackShape(string Name, string About, int Stations, int MinutesPerPack)
{
    /// <summary>After an outage: full packs.</summary>
    public static PackShape Backlog { get; } = new(
        "backlog", "150 stations send what they kept: packs of 1,000 readings, 20 series by 50 minutes", 150, 50);

    /// <summary>Every day: what one minute brings.</summary>
    public static PackShape Live { get; } = new(
        "live", "2,300 stations send one pack of 20 readings each, round after round", 2300, 1);

    public int ReadingsPerPack => MinutesPerPack * ReadingField.SeriesCount;

    public int ReadingsPerRound => ReadingsPerPack * Stations;

    /// <summary>How many rounds come closest above so many readings.</summary>
    public int RoundsFor(long readings) => (int)Math.Max(1, (readings + ReadingsPerRound - 1) / ReadingsPerRound);
}
