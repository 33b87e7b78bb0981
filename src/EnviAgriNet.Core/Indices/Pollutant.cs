namespace EnviAgriNet.Core.Indices;

/// <summary>The pollutants of the Thai air quality index, in the order of the published table; it decides ties.</summary>
public enum Pollutant
{
    /// <summary>PM2.5, mean of 24 h in µg/m³.</summary>
    Pm25,

    /// <summary>PM10, mean of 24 h in µg/m³.</summary>
    Pm10,

    /// <summary>Ozone, mean of 8 h in ppb.</summary>
    O3,

    /// <summary>Carbon monoxide, mean of 8 h in ppm.</summary>
    Co,

    /// <summary>Nitrogen dioxide, mean of 1 h in ppb.</summary>
    No2,

    /// <summary>Sulphur dioxide, mean of 1 h in ppb.</summary>
    So2,
}
