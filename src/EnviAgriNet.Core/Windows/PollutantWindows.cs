using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Windows;

/// <summary>Over which hours the Thai air quality index takes each pollutant, and which quantity measures it.</summary>
public static class PollutantWindows
{
    /// <summary>The averaging window of a pollutant.</summary>
    public static AveragingWindow Of(Pollutant pollutant) => pollutant switch
    {
        Pollutant.Pm25 or Pollutant.Pm10 => AveragingWindow.Day,
        Pollutant.O3 or Pollutant.Co => AveragingWindow.EightHours,
        Pollutant.No2 or Pollutant.So2 => AveragingWindow.OneHour,
        _ => throw new ArgumentOutOfRangeException(nameof(pollutant)),
    };

    /// <summary>The pollutant that a quantity measures in the unit of the table, or null.</summary>
    public static Pollutant? PollutantOf(string quantity) => quantity switch
    {
        "pm25" => Pollutant.Pm25,
        "pm10" => Pollutant.Pm10,
        "o3" => Pollutant.O3,
        "co" => Pollutant.Co,
        "no2" => Pollutant.No2,
        "so2" => Pollutant.So2,
        _ => null,
    };
}
