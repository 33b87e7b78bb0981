namespace EnviAgriNet.Core.Quality;

/// <summary>What one station measures at about one time, as far as its quantities can contradict each other. Null is not measured.</summary>
public sealed record StationMoment
{
    /// <summary>PM1, ug/m3.</summary>
    public double? Pm1 { get; init; }

    /// <summary>PM2.5, ug/m3.</summary>
    public double? Pm25 { get; init; }

    /// <summary>PM10, ug/m3.</summary>
    public double? Pm10 { get; init; }

    /// <summary>Air temperature, Cel.</summary>
    public double? AirTemperature { get; init; }

    /// <summary>Dew point, Cel.</summary>
    public double? DewPoint { get; init; }

    /// <summary>Wind speed, m/s.</summary>
    public double? WindSpeed { get; init; }

    /// <summary>Wind gust, m/s.</summary>
    public double? WindGust { get; init; }

    /// <summary>Wind direction, degrees.</summary>
    public double? WindDirection { get; init; }

    /// <summary>The wind direction before this one, degrees.</summary>
    public double? WindDirectionBefore { get; init; }
}
