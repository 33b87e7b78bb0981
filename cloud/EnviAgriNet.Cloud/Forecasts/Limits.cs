using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>The hard limits of the forecasts area; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most forecasts in one list.</summary>
    public const int ForecastsListedMax = 2_000;

    /// <summary>The most past forecasts of one series that are compared with what came.</summary>
    public const int PastForecastsMax = 400;

    /// <summary>The most prices of the past that an answer carries: enough for a picture.</summary>
    public const int HistoryPointsMax = 160;

    /// <summary>Forecasts made in one look; the others wait for the next.</summary>
    public const int MadePerLookMax = 50;

    /// <summary>How often is looked whether a forecast is due.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);


    /// <summary>How much longer than it worked the job rests after each forecast, so that warnings always find the processor free.</summary>
    public const int RestFactor = 3;

    /// <summary>The longest such rest.</summary>
    public static readonly TimeSpan RestMax = TimeSpan.FromSeconds(30);

    /// <summary>How many steps ahead a published forecast says: four weeks of days, a quarter of weeks, half a year of months.</summary>
    public static int Horizon(Frequency frequency) => frequency switch
    {
        Frequency.Daily => 20,
        Frequency.Weekly => 13,
        _ => 6,
    };

    /// <summary>
    /// How many days old the last price may be for a forecast to be published. Months are published with a delay of one to two.
    /// </summary>
    public static int AgeDaysMax(Frequency frequency) => frequency switch
    {
        Frequency.Daily => 14,
        Frequency.Weekly => 35,
        _ => 100,
    };
}
