namespace EnviAgriNet.Cloud.Advisories;

/// <summary>The hard limits of advice to farmers; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most SMS parts of a piece of advice.</summary>
    public const int PartsMax = 2;

    /// <summary>From how sure a rise or a fall of a price is told as one: seven in ten.</summary>
    public const double SureFrom = 0.7;

    /// <summary>How much a price forecast may move, as a share, before it is news.</summary>
    public const double PriceMoveMin = 0.05;

    /// <summary>How much a yield may move, as a share, before it is news.</summary>
    public const double YieldMoveMin = 0.15;

    /// <summary>How many days a harvest may move before it is news.</summary>
    public const int HarvestMoveDays = 7;

    /// <summary>How many days before it begins a harvest is announced.</summary>
    public const int HarvestNearDays = 14;

    /// <summary>Days until the same advice on water may be repeated.</summary>
    public const int WaterAgainDays = 7;

    /// <summary>Days until the same advice on heat or cold may be repeated.</summary>
    public const int StressAgainDays = 10;

    /// <summary>Days until the same advice on a disease may be repeated.</summary>
    public const int DiseaseAgainDays = 14;

    /// <summary>How far ahead a price is told, in days.</summary>
    public const int PriceAheadDays = 28;

    /// <summary>How many days late a week's summary may go where more urgent advice took its day.</summary>
    public const int WeeklyLateDaysMax = 3;

    /// <summary>Past prices in a picture.</summary>
    public const int PicturePointsMax = 52;

    /// <summary>People of one broadcast.</summary>
    public const int BroadcastMax = 200_000;

    /// <summary>Broadcasts of one officer in a day.</summary>
    public const int BroadcastsPerDayMax = 5;

    /// <summary>How long advice is worth sending: the day it is given.</summary>
    public static readonly TimeSpan AdviceLife = TimeSpan.FromHours(12);

    /// <summary>How often is looked whether it is time.</summary>
    public static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(20);

    /// <summary>How old the newest price under a forecast may be: what is older says nothing of today.</summary>
    public static readonly TimeSpan PriceFreshFor = TimeSpan.FromDays(75);
}
