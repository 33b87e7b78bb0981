namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>How much the officers' desk shows at once.</summary>
internal static class Limits
{
    /// <summary>Versions that wait; those whose time ends later are counted only.</summary>
    public const int WaitingMax = 100;

    /// <summary>Warnings in force.</summary>
    public const int OpenMax = 200;

    /// <summary>What is over.</summary>
    public const int EndedMax = 30;

    /// <summary>The newest versions that are looked through for those that are over.</summary>
    public const int NewestMax = 200;

    /// <summary>Steps of one alert.</summary>
    public const int StepsMax = 200;
}
