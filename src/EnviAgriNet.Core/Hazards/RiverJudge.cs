using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Judges a water level series.</summary>
public static class RiverJudge
{
    /// <summary>The judgement at its newest reading, or null without one, or without a bank and a bed to measure it by.</summary>
    public static SensorJudgement? Judge(RiverFloodRule rule, Site site, RecentWindow window)
    {
        if (window.LatestAt is null || RiverBank.Of(window.Latest, site.BankLevel, site.GroundLevel) is not { } bank)
        {
            return null;
        }

        double? rise = window.RisePerHour();
        double? hoursToBank = rise >= rule.RisePerHourMin && !bank.IsOverBank ? bank.Difference / rise : null;
        double hours = hoursToBank ?? double.PositiveInfinity;
        bool isPlausible = window.IsPlausible(new MotionLimits(
            rule.WitnessReadingsMin, rule.WitnessSpanMin, rule.RatePerHourMax, rule.BurstPerHourMax, rule.StepShareMax,
            rule.StepFree));
        HazardLevel raise = Raised(rule, bank.Percent, hours);
        HazardLevel hold = Held(rule, bank.Percent, hours / rule.HoursHoldFactor);
        return new SensorJudgement(
            raise, hold > raise ? hold : raise, isPlausible, bank.Percent,
            new RiverEvidence(site.Station, window.Latest, bank, rise, hoursToBank));
    }

    private static HazardLevel Raised(RiverFloodRule rule, double percent, double hoursToBank)
    {
        bool isHigh = percent > rule.RisingPercentAbove;
        if (percent > rule.SeverePercentAbove || (isHigh && hoursToBank <= rule.SevereHoursToBank))
        {
            return HazardLevel.Severe;
        }

        return percent > rule.ModeratePercentAbove || (isHigh && hoursToBank <= rule.ModerateHoursToBank)
            ? HazardLevel.Moderate
            : HazardLevel.None;
    }

    private static HazardLevel Held(RiverFloodRule rule, double percent, double hoursToBank)
    {
        bool isHigh = percent >= rule.RisingHoldPercent;
        if (percent >= rule.SevereHoldPercent || (isHigh && hoursToBank <= rule.SevereHoursToBank))
        {
            return HazardLevel.Severe;
        }

        return percent >= rule.ModerateHoldPercent || (isHigh && hoursToBank <= rule.ModerateHoursToBank)
            ? HazardLevel.Moderate
            : HazardLevel.None;
    }
}
