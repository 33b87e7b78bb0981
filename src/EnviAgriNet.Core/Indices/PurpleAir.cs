namespace EnviAgriNet.Core.Indices;

/// <summary>
/// Corrections of PM2.5 from PurpleAir monitors, whose optical sensors read too high in humid air. Each takes a different
/// channel of the monitor, and they must not be mixed up. Never below 0; null for humidity outside 0 to 100 % and for a
/// value that is negative or above a million.
/// </summary>
public static class PurpleAir
{
    /// <summary>No sensor shows it, and its square is still a number.</summary>
    private const double ReadingMax = 1e6;

    private const double SmokeFrom = 343;
    private const double RiseFrom = 30;
    private const double MiddleFrom = 50;
    private const double BendFrom = 210;
    private const double SmokeMapFrom = 260;

    /// <summary>
    /// The EPA's correction of 2021 for the channel <c>cf_1</c>. Its two branches do not meet: at 343 µg/m³ it jumps up by
    /// 23 µg/m³ and more, as published.
    /// </summary>
    /// <param name="cf1">Mean of both sensors of the monitor, µg/m³.</param>
    /// <param name="humidity">Relative humidity the monitor shows, %.</param>
    public static double? CorrectCf1(double cf1, double humidity)
    {
        if (!IsUsable(cf1, humidity))
        {
            return null;
        }

        double corrected = cf1 <= SmokeFrom
            ? (0.52 * cf1) - (0.086 * humidity) + 5.75
            : (0.46 * cf1) + (3.93e-4 * cf1 * cf1) + 2.97;
        return Math.Max(0, corrected);
    }

    /// <summary>
    /// The EPA's correction of October 2021 for the channel <c>ATM</c>, as the AirNow Fire and Smoke Map uses it; its
    /// branches meet.
    /// </summary>
    /// <param name="atm">Mean of both sensors of the monitor, µg/m³.</param>
    /// <param name="humidity">Relative humidity the monitor shows, %.</param>
    public static double? CorrectAtm(double atm, double humidity)
    {
        if (!IsUsable(atm, humidity))
        {
            return null;
        }

        double dry = 5.75 - (0.0862 * humidity);
        double smoke = 2.966 + (8.84e-4 * atm * atm);
        double corrected = atm switch
        {
            < RiseFrom => (0.524 * atm) + dry,
            < MiddleFrom => (Mix(0.524, 0.786, (atm / 20) - 1.5) * atm) + dry,
            < BendFrom => (0.786 * atm) + dry,
            < SmokeMapFrom => (Mix(0.786, 0.69, (atm / 50) - 4.2) * atm) + Mix(dry, smoke, (atm / 50) - 4.2),
            _ => (0.69 * atm) + smoke,
        };
        return Math.Max(0, corrected);
    }

    private static double Mix(double from, double to, double share) => (to * share) + (from * (1 - share));

    private static bool IsUsable(double value, double humidity) =>
        value is >= 0 and <= ReadingMax && humidity is >= 0 and <= 100;
}
