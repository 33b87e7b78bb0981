namespace EnviAgriNet.Core.Indices;

/// <summary>How fast a river rises and when it would reach its bank at that pace.</summary>
public static class RiverRise
{
    /// <summary>Metres per hour between two levels, negative when it falls; null unless the second is later.</summary>
    public static double? PerHour(double earlierLevel, DateTimeOffset earlier, double level, DateTimeOffset now)
    {
        double hours = (now - earlier).TotalHours;
        double rise = (level - earlierLevel) / hours;
        return hours > 0 && double.IsFinite(rise) ? rise : null;
    }

    /// <summary>
    /// Hours until the bank is reached if the river goes on rising as it does: 0 once it is there, null while it falls or
    /// stands, for then it never is.
    /// </summary>
    /// <param name="level">Water level in metres.</param>
    /// <param name="bank">The lower bank in metres, same datum.</param>
    /// <param name="risePerHour">Metres per hour.</param>
    public static double? HoursToBank(double level, double bank, double risePerHour)
    {
        if (!double.IsFinite(level) || !double.IsFinite(bank))
        {
            return null;
        }

        double hours = level >= bank ? 0 : (bank - level) / risePerHour;
        return hours >= 0 && double.IsFinite(hours) ? hours : null;
    }
}
