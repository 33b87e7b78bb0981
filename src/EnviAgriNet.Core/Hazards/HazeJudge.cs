using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Judges a PM2.5 series.</summary>
public static class HazeJudge
{
    /// <summary>The judgement at a time, or null when too few hours have data.</summary>
    public static SensorJudgement? Judge(HazeRule rule, StationId station, DayWindow window, DateTimeOffset at)
    {
        IReadOnlyList<Slot> hours = window.HoursAt(at);
        if (hours.Count < rule.HoursMin)
        {
            return null;
        }

        double sum = hours.Sum(h => h.Mean);
        double mean = Math.Round(sum / hours.Count, 1, MidpointRounding.AwayFromZero);
        if (ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, mean) is not { } index)
        {
            return null;
        }

        double meanWithoutWorst = (sum - hours.Max(h => h.Mean)) / (hours.Count - 1);
        bool isPlausible = meanWithoutWorst > rule.SevereAbove
            && hours.Count(h => h.Mean > rule.SevereAbove) >= rule.WitnessHoursMin;
        return new SensorJudgement(
            LevelOf(rule, mean, 1), LevelOf(rule, mean, rule.ClearShare), isPlausible, mean,
            new HazeEvidence(station, mean, index, hours.Count));
    }

    /// <summary>Whether a PM10 series at the station bears witness.</summary>
    public static bool IsWitnessedByPm10(HazeRule rule, DayWindow pm10, DateTimeOffset at)
    {
        IReadOnlyList<Slot> hours = pm10.HoursAt(at);
        return hours.Count >= rule.HoursMin && hours.Average(h => h.Mean) > rule.WitnessPm10Above;
    }

    private static HazardLevel LevelOf(HazeRule rule, double mean, double share)
    {
        if (mean > rule.SevereAbove * share)
        {
            return HazardLevel.Severe;
        }

        return mean > rule.ModerateAbove * share ? HazardLevel.Moderate : HazardLevel.None;
    }
}
