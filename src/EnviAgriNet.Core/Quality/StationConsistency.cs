using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// Holds a reading against the newest ones of the station's other quantities, as long as they are near in time and usable themselves.
/// Quantities are paired by height and channel; humidity, where there is none of the same place, is the station's.
/// </summary>
internal sealed class StationConsistency(ConsistencyTest rules, bool isDustCorrected)
{
    private static readonly TimeSpan PairingMax = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HumidityAgeMax = TimeSpan.FromMinutes(15);
    private static readonly (string Finer, string Coarser)[] DustPairs = [("pm1", "pm25"), ("pm25", "pm10"), ("pm1", "pm10")];
    private static readonly SeriesName PlainHumidity = SeriesName.Parse("humidity");

    /// <summary>What the others say of a usable reading.</summary>
    public Verdict Judge(in Reading reading, SeriesMemory memory, Func<SeriesName, SeriesMemory?> find) => reading.Series.Quantity.Code switch
    {
        "pm1" or "pm25" or "pm10" => Verdict.Worse(Dust(reading, memory, find), Humid(reading, memory, find)),
        "wind_speed" => Contradicted(Gust(reading, memory, find, isSpeed: true)),
        "wind_gust" => Contradicted(Gust(reading, memory, find, isSpeed: false)),
        "wind_direction" => Contradicted(FromNowhere(reading, memory, find)),
        _ => Verdict.NotEvaluated,
    };

    private static Verdict Contradicted(bool isContradicted) =>
        isContradicted ? new Verdict(QualityFlag.Suspect, QualityTest.Consistency) : Verdict.NotEvaluated;

    private static Reading? Near(
        in Reading reading, SeriesMemory memory, Func<SeriesName, SeriesMemory?> find, string code, TimeSpan within)
    {
        if (!memory.TryPartner(code, out SeriesName? name) || find(name) is not { } partner)
        {
            return null;
        }

        return partner.Newest.IsUsable && (reading.TakenAt - partner.Newest.TakenAt).Duration() <= within ? partner.Newest : null;
    }

    private Verdict Dust(in Reading reading, SeriesMemory memory, Func<SeriesName, SeriesMemory?> find)
    {
        string code = reading.Series.Quantity.Code;
        bool isContradicted = false;
        foreach ((string finer, string coarser) in DustPairs)
        {
            string? other = code == finer ? coarser : code == coarser ? finer : null;
            if (other is not null && Near(reading, memory, find, other, PairingMax) is { } partner)
            {
                isContradicted |= code == finer
                    ? !rules.DustAgrees(reading.Value, partner.Value)
                    : !rules.DustAgrees(partner.Value, reading.Value);
            }
        }

        return Contradicted(isContradicted);
    }

    private Verdict Humid(in Reading reading, SeriesMemory memory, Func<SeriesName, SeriesMemory?> find)
    {
        if (isDustCorrected || memory.HumidityDoubt is not { } doubt)
        {
            return Verdict.NotEvaluated;
        }

        Reading? humidity = Near(reading, memory, find, "humidity", HumidityAgeMax);
        if (humidity is null && find(PlainHumidity) is { } plain
            && (reading.TakenAt - plain.Newest.TakenAt).Duration() <= HumidityAgeMax && plain.Newest.Quality != QualityFlag.Fail)
        {
            humidity = plain.Newest;
        }

        return Verdict.Of(doubt.Judge(humidity?.Value), QualityTest.SensorDoubt);
    }

    // A gust is the largest of a time, so it can only be held against the mean that was told with it.
    private bool Gust(in Reading reading, SeriesMemory memory, Func<SeriesName, SeriesMemory?> find, bool isSpeed) =>
        Near(reading, memory, find, isSpeed ? "wind_gust" : "wind_speed", TimeSpan.Zero) is { } partner
        && !(isSpeed ? rules.GustAgrees(reading.Value, partner.Value) : rules.GustAgrees(partner.Value, reading.Value));

    private bool FromNowhere(in Reading reading, SeriesMemory memory, Func<SeriesName, SeriesMemory?> find)
    {
        if (!memory.TryPartner("wind_speed", out SeriesName? name) || find(name) is not { } speed)
        {
            return false;
        }

        // A speed that is not there may still be on its way, so a direction without one is not doubted here.
        bool isCalm = (reading.TakenAt - speed.Newest.TakenAt).Duration() <= PairingMax
            && speed.Newest.Quality != QualityFlag.Fail && !(speed.Newest.Value > 0)
            && (!speed.HasBefore || !(speed.Before.Value > 0));
        return isCalm && memory.HasBefore && memory.Before.Quality != QualityFlag.Fail
            && !rules.CalmAgrees(speed.Newest.Value, reading.Value, memory.Before.Value);
    }
}
