using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>How PM2.5 is corrected for humid air.</summary>
internal enum HumidityCorrection
{
    /// <summary>Not at all; above the doubtful humidity the value is marked suspect.</summary>
    None,

    /// <summary>By the EPA's formula of October 2021 for the ambient value of Plantower sensors.</summary>
    EpaAmbient,

    /// <summary>By the EPA's formula of 2021 for the factory value (CF=1) of Plantower sensors.</summary>
    EpaFactory,
}

/// <summary>Applies a correction.</summary>
internal static class HumidityCorrections
{
    /// <summary>The corrected PM2.5; null when the formula does not hold for these values.</summary>
    public static double? Apply(this HumidityCorrection correction, DustSample sample, double humidity) => correction switch
    {
        HumidityCorrection.EpaAmbient => PurpleAir.CorrectAtm(sample.Pm25, humidity),
        HumidityCorrection.EpaFactory when sample.Pm25Factory is { } factory => PurpleAir.CorrectCf1(factory, humidity),
        _ => null,
    };
}
