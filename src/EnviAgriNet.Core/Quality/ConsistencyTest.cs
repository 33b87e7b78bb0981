namespace EnviAgriNet.Core.Quality;

/// <summary>
/// Quantities of one station that cannot both be right. Which of the two is wrong is not known, so both are suspect. What is not
/// measured contradicts nothing, but for a wind that has a direction and no speed.
/// </summary>
/// <param name="DustShare">A finer dust may exceed a coarser one by this share …</param>
/// <param name="DustFree">… and by this many ug/m3, which is the noise of the counters.</param>
/// <param name="DewPointFree">The dew point may exceed the temperature by this many kelvins, the noise of the sensors.</param>
/// <param name="GustFree">The mean wind may exceed its gust by this many m/s.</param>
/// <param name="CalmTurn">A wind of no speed may turn by this many degrees.</param>
public sealed record ConsistencyTest(
    double DustShare = 0.1, double DustFree = 5, double DewPointFree = 0.5, double GustFree = 0.5, double CalmTurn = 10)
{
    private const double FullCircle = 360;

    /// <summary>The limits in use: the rules are those of the WMO, the free amounts are ours.</summary>
    public static ConsistencyTest Default { get; } = new();

    /// <summary>Whether a finer dust and a coarser one can both be right.</summary>
    public bool DustAgrees(double finer, double coarser) => finer <= (coarser * (1 + DustShare)) + DustFree;

    /// <summary>Whether the dew point is not above the temperature.</summary>
    public bool DewPointAgrees(double dewPoint, double temperature) => dewPoint <= temperature + DewPointFree;

    /// <summary>Whether a gust is not below the mean of the same time.</summary>
    public bool GustAgrees(double mean, double gust) => mean <= gust + GustFree;

    /// <summary>Whether the wind does not turn without blowing: wind from nowhere.</summary>
    public bool CalmAgrees(double speed, double direction, double directionBefore) =>
        speed > 0 || Math.Abs(Math.IEEERemainder(direction - directionBefore, FullCircle)) <= CalmTurn;

    /// <summary>The names of what is contradicted: codes of the catalog, and <c>dew_point</c>.</summary>
    public IReadOnlySet<string> Judge(StationMoment moment)
    {
        HashSet<string> doubted = [];
        Doubt(doubted, moment.Pm1, moment.Pm25, DustAgrees, "pm1", "pm25");
        Doubt(doubted, moment.Pm25, moment.Pm10, DustAgrees, "pm25", "pm10");
        Doubt(doubted, moment.Pm1, moment.Pm10, DustAgrees, "pm1", "pm10");
        Doubt(doubted, moment.DewPoint, moment.AirTemperature, DewPointAgrees, "dew_point", "air_temperature");
        Doubt(doubted, moment.WindSpeed, moment.WindGust, GustAgrees, "wind_speed", "wind_gust");
        if (moment is { WindDirection: not null, WindSpeed: null })
        {
            doubted.Add("wind_direction");
        }

        if (moment is { WindSpeed: { } speed, WindDirection: { } now, WindDirectionBefore: { } before }
            && !CalmAgrees(speed, now, before))
        {
            doubted.Add("wind_speed");
            doubted.Add("wind_direction");
        }

        return doubted;
    }

    private static void Doubt(
        HashSet<string> doubted, double? one, double? other, Func<double, double, bool> agrees, string oneName, string otherName)
    {
        if (one is { } a && other is { } b && !agrees(a, b))
        {
            doubted.Add(oneName);
            doubted.Add(otherName);
        }
    }
}
