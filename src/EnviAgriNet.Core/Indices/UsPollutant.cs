namespace EnviAgriNet.Core.Indices;

/// <summary>What the index of the US EPA is made from: a pollutant with its averaging time and the unit of the table.</summary>
public enum UsPollutant
{
    /// <summary>PM2.5, mean of 24 h in µg/m³.</summary>
    Pm25,

    /// <summary>PM10, mean of 24 h in µg/m³.</summary>
    Pm10,

    /// <summary>Ozone, mean of 8 h in ppm (the Thai table takes ppb). Gives no index above 300: that is left to one hour.</summary>
    O3Over8Hours,

    /// <summary>Ozone, mean of 1 h in ppm. Gives no index below 101: that is left to eight hours.</summary>
    O3Over1Hour,

    /// <summary>Carbon monoxide, mean of 8 h in ppm.</summary>
    CoOver8Hours,

    /// <summary>Sulphur dioxide, mean of 1 h in ppb. Gives no index above 200: that is left to the mean of 24 h.</summary>
    So2Over1Hour,

    /// <summary>Sulphur dioxide, mean of 24 h in ppb. Gives no index below 201: that is left to one hour.</summary>
    So2Over24Hours,

    /// <summary>Nitrogen dioxide, mean of 1 h in ppb.</summary>
    No2Over1Hour,
}
