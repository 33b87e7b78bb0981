namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>The stages of a crop in days at the usual heat, counted from planting.</summary>
/// <param name="EstablishedAt">When it has settled.</param>
/// <param name="FloweringFrom">When it begins to flower; equal to <paramref name="FloweringTo"/> for roots and cane.</param>
/// <param name="FloweringTo">When flowering is over.</param>
/// <param name="RipeningFrom">When it begins to ripen.</param>
/// <param name="Total">When it is ready, usually.</param>
/// <param name="HarvestFrom">The first usual day of harvest.</param>
/// <param name="HarvestTo">The last usual day of harvest.</param>
public sealed record GrowthCalendar(
    double EstablishedAt,
    double FloweringFrom,
    double FloweringTo,
    double RipeningFrom,
    double Total,
    double HarvestFrom,
    double HarvestTo)
{
    /// <summary>
    /// The share of the season by which a harvest comes early or late: 7 %, about eight days of a rice of 120 days. An assumption.
    /// </summary>
    public const double Spread = 0.07;

    /// <summary>
    /// The stages of FAO-56 as a farmer sees them: flowering is the first third of mid season, or nothing for roots and cane.
    /// </summary>
    public static GrowthCalendar Of(StageLengths stages, bool flowers, double? total = null)
    {
        double scale = (total ?? stages.Total) / stages.Total;
        double mid = scale * (stages.Initial + stages.Development);
        double whole = scale * stages.Total;
        return new GrowthCalendar(
            scale * stages.Initial,
            mid,
            mid + (flowers ? scale * stages.Mid / 3 : 0),
            mid + (scale * stages.Mid),
            whole,
            whole * (1 - Spread),
            whole * (1 + Spread));
    }

    /// <summary>
    /// Rice of a number of days from sowing: flowering 35 to 25 days before it is ready, since ripening takes about 30 days in the
    /// tropics whatever the variety (IRRI; from memory, unconfirmed).
    /// </summary>
    public static GrowthCalendar Rice(double total) =>
        new(Math.Min(20, total / 4), total - 35, total - 25, total - 10, total, total * (1 - Spread), total * (1 + Spread));

    /// <summary>The stage after a number of usual days.</summary>
    public GrowthStage StageAt(double day) => day switch
    {
        < 0 => GrowthStage.BeforePlanting,
        _ when day >= Total => GrowthStage.HarvestDue,
        _ when day >= RipeningFrom => GrowthStage.Ripening,
        _ when day >= FloweringTo => GrowthStage.YieldFormation,
        _ when day >= FloweringFrom => GrowthStage.Flowering,
        _ when day >= EstablishedAt => GrowthStage.Vegetative,
        _ => GrowthStage.Establishment,
    };

    /// <summary>The same calendar stretched so that flowering and harvest fall where a variety's day length puts them.</summary>
    /// <param name="floweringFrom">Days from planting to the first flowers.</param>
    /// <param name="floweringTo">Days to the last.</param>
    /// <param name="harvestFrom">Days to the first harvest.</param>
    /// <param name="harvestTo">Days to the last.</param>
    public GrowthCalendar Bound(double floweringFrom, double floweringTo, double harvestFrom, double harvestTo) => new(
        Math.Min(EstablishedAt, floweringFrom / 2),
        floweringFrom,
        floweringTo,
        Math.Max(floweringTo, harvestFrom - 10),
        (harvestFrom + harvestTo) / 2,
        harvestFrom,
        harvestTo);

    /// <summary>Stage lengths of FAO-56 stretched to this season, whole days that sum up to it.</summary>
    public StageLengths Stretch(StageLengths stages)
    {
        double scale = Total / stages.Total;
        int initial = (int)Math.Round(stages.Initial * scale);
        int development = (int)Math.Round(stages.Development * scale);
        int late = (int)Math.Round(stages.Late * scale);
        int whole = Math.Max((int)Math.Round(Total), initial + development + late);
        return new StageLengths(initial, development, whole - initial - development - late, late);
    }
}
