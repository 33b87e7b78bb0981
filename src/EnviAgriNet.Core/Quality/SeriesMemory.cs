using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>What a station remembers of one of its series: its tests, its newest reading and the one before.</summary>
internal sealed class SeriesMemory(SeriesName name, QualityConfig config)
{
    private static readonly string[] PartnerCodes = ["pm1", "pm25", "pm10", "humidity", "wind_speed", "wind_gust", "wind_direction"];

    private readonly Dictionary<string, SeriesName> _partners = PartnersOf(name);
    private bool _hasBefore;

    public SeriesQuality Quality { get; } = new(config);

    public HumidityDoubt? HumidityDoubt { get; } = config.HumidityDoubt;

    /// <summary>The newest reading with its flag; the moment's own while the moment is judged.</summary>
    public Reading Newest { get; private set; }

    /// <summary>The newest reading before this moment.</summary>
    public Reading Before { get; private set; }

    /// <summary>Whether there was a reading before this moment.</summary>
    public bool HasBefore => _hasBefore;

    /// <summary>The name of another quantity at the same height and channel.</summary>
    public bool TryPartner(string code, [NotNullWhen(true)] out SeriesName? partner) => _partners.TryGetValue(code, out partner);

    /// <summary>A reading of the moment that is being judged; a late one changes nothing.</summary>
    public void Open(in Reading reading)
    {
        if (reading.TakenAt <= Newest.TakenAt)
        {
            return;
        }

        _hasBefore = Newest.Series is not null;
        Before = Newest;
        Newest = reading;
    }

    /// <summary>The moment is judged: its flag is final.</summary>
    public void Close(in Reading reading)
    {
        if (reading.TakenAt == Newest.TakenAt)
        {
            Newest = reading;
        }
    }

    private static Dictionary<string, SeriesName> PartnersOf(SeriesName name)
    {
        string place = name.Text[name.Quantity.Code.Length..];
        return PartnerCodes.Contains(name.Quantity.Code)
            ? PartnerCodes.Where(c => c != name.Quantity.Code).ToDictionary(c => c, c => SeriesName.Parse(c + place))
            : [];
    }
}
