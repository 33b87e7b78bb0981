using System.Globalization;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops.Outlook;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// What an outlook says of a plot by topic, in the short form in which it is remembered, and whether that is news to who was told
/// something before. What is missing has no topic: nothing is said of it. Pure.
/// </summary>
internal static class PlotNews
{
    public const string Stage = "stage";
    public const string Harvest = "harvest";
    public const string Water = "water";
    public const string WaterMm = "mm";
    public const string Yield = "yield";
    public const string Spray = "spray";
    public const string Heat = "heat";
    public const string Cold = "cold";
    public const string Disease = "disease";

    private const string None = "none";

    /// <summary>Whether the weather behind an outlook is of these days.</summary>
    public static bool IsFresh(FieldOutlook outlook) => !outlook.Missing.Contains(OutlookGap.FreshWeather);

    /// <summary>Whether something grows that care can still help.</summary>
    public static bool IsGrowing(FieldOutlook outlook) => outlook.Stage is
        GrowthStage.Establishment or GrowthStage.Vegetative or GrowthStage.Flowering or GrowthStage.YieldFormation or GrowthStage.Ripening
        or GrowthStage.Standing;

    /// <summary>Whether leaves are still worth protecting.</summary>
    public static bool MayBeSprayed(FieldOutlook outlook) =>
        outlook.Stage is GrowthStage.Vegetative or GrowthStage.Flowering or GrowthStage.YieldFormation;

    /// <summary>What is said of a topic; null when nothing can be.</summary>
    public static string? Value(FieldOutlook outlook, string topic) => topic switch
    {
        Stage => outlook.Stage is GrowthStage.Unknown or GrowthStage.Standing ? null : Word(outlook.Stage),
        Harvest => outlook.Harvest is { } harvest ? $"{FarmTables.Text(harvest.From)}/{FarmTables.Text(harvest.To)}" : null,
        Water => IsFresh(outlook) && outlook.Water is { } water ? Word(water.Kind) : null,
        Yield => outlook.Yield is { } yield ? Number(yield.Median) : null,
        Spray => IsFresh(outlook) && outlook.Spray is { } spray ? Windows(spray) : null,
        Heat => IsFresh(outlook) && outlook.Heat is { } heat ? Word(heat.Level) : null,
        Cold => IsFresh(outlook) && outlook.Cold is { } cold ? Word(cold.Level) : null,
        Disease => IsFresh(outlook) && outlook.Disease.FirstOrDefault(d => d.Level == DiseaseLevel.High) is { } risk ? risk.Disease : null,
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, null),
    };

    /// <summary>Whether a value is news to who last heard another, or none.</summary>
    public static bool IsNews(string topic, string value, string? before) => before is null || topic switch
    {
        Harvest => !DayOf(before, out DateOnly was) || !DayOf(value, out DateOnly isNow) || Math.Abs(isNow.DayNumber - was.DayNumber) > Limits.HarvestMoveDays,
        Yield => Moved(value, before, Limits.YieldMoveMin),
        _ => value != before,
    };

    /// <summary>Whether spraying hours are over: there were some, and now there are none.</summary>
    public static bool Closed(string value, string? before) => value == None && before is not null && before != None;

    /// <summary>Whether a number moved by at least a share of what it was.</summary>
    public static bool Moved(string value, string before, double share) =>
        !double.TryParse(value, CultureInfo.InvariantCulture, out double now) || !double.TryParse(before, CultureInfo.InvariantCulture, out double was)
        || Math.Abs(now - was) >= share * Math.Abs(was);

    /// <summary>A number as it is remembered.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Windows(SprayOutlook spray) => spray.Windows.Count == 0
        ? None
        : string.Join(',', spray.Windows.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.FromHour}-{w.ToHour}")));

    private static bool DayOf(string value, out DateOnly day) =>
        DateOnly.TryParseExact(value.Split('/')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
