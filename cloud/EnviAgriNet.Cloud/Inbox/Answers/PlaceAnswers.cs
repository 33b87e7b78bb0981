using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Inbox.Places;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Inbox.Answers;

/// <summary>
/// Answers a question about a place from its stations: the worst of those within it, else of its district, else of its province, named
/// by the station then, so that nobody takes a far one for their own. Safe for use by several threads as far as the readings are.
/// </summary>
internal sealed class PlaceAnswers(IStationBook stations, StationFacts facts)
{
    /// <summary>The answer.</summary>
    public string Of(Intent intent, NamedPlace place, string language, DateTimeOffset now)
    {
        if (place.Station is { } id && stations.Find(id) is { } own)
        {
            return facts.Of(intent, own, now) is { } one
                ? AnswerTexts.Of(one, place.In(language), language, now)
                : AnswerTexts.NotMeasured(intent, place.In(language), language);
        }

        for (RegionId? region = place.Region; region is { } at; region = at.Parent)
        {
            List<(Station Station, Measured Measured)> found =
            [
                .. stations.All.Where(station => at.Contains(station.Region)).Take(Limits.StationsAskedMax)
                    .Select(station => (station, facts.Of(intent, station, now)!)).Where(pair => pair.Item2 is not null),
            ];
            if (found.Count > 0)
            {
                (Station station, Measured worst) = found.MaxBy(pair => Gravity(pair.Measured));
                string name = at == place.Region && at.Level != RegionLevel.Province ? place.In(language) : Name(station, language);
                return AnswerTexts.Of(worst, name, language, now);
            }
        }

        return AnswerTexts.NotMeasured(intent, place.In(language), language);
    }

    private static string Name(Station station, string language) => language == "th" ? station.NameTh : station.NameEn;

    // What is known comes before what is not, and of that the worst; of what is not known the newest.
    private static (bool IsKnown, double Weight) Gravity(Measured measured) => (measured.IsKnown, measured switch
    {
        { IsKnown: false } => measured.At?.ToUnixTimeSeconds() ?? 0,
        MeasuredAir air => air.Aqi is { } aqi ? 1_000 + aqi.Number : air.Pm25 ?? 0,
        MeasuredRain rain => rain.Millimetres,
        MeasuredRiver river => river.Bank is { } bank ? 1_000 + bank.Percent : river.Level,
        _ => 0,
    });
}
