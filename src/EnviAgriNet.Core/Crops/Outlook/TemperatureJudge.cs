namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>Heat and cold of the last days against what the flowers of a crop stand.</summary>
internal static class TemperatureJudge
{
    private const int DaysMax = 7;
    private const int SomeDays = 3;

    public static TemperatureStress? Heat(CropTraits traits, GrowthStage stage, FieldWeather weather) =>
        traits.HeatLimit is { } limit ? Of(weather, stage, limit, RuleStatus.Sourced, d => d.TMax, (v, l) => v > l, Math.Max) : null;

    public static TemperatureStress? Cold(CropTraits traits, GrowthStage stage, FieldWeather weather) =>
        traits.ColdLimit is { } limit ? Of(weather, stage, limit, traits.ColdStatus, d => d.TMin, (v, l) => v < l, Math.Min) : null;

    private static TemperatureStress? Of(
        FieldWeather weather, GrowthStage stage, double limit, RuleStatus status, Func<OutlookDay, double?> part,
        Func<double, double, bool> isBeyond, Func<double, double, double> worse)
    {
        double[] values = [.. weather.Days.Skip(Math.Max(0, weather.Days.Count - DaysMax)).Select(part).OfType<double>()];
        if (values.Length == 0)
        {
            return null;
        }

        int days = values.Count(v => isBeyond(v, limit));
        StressLevel level = (stage, days) switch
        {
            (GrowthStage.Flowering, > 0) => StressLevel.Severe,
            (_, >= SomeDays) => StressLevel.Some,
            _ => StressLevel.None,
        };
        return new TemperatureStress(level, days, values.Length, limit, values.Aggregate(worse), status);
    }
}
