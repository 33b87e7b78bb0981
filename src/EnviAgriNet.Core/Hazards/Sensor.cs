namespace EnviAgriNet.Core.Hazards;

/// <summary>One series as a judgement at a time sees it.</summary>
/// <param name="Station">The station's windows, for witnesses beside it.</param>
/// <param name="LatestAt">Its newest reading.</param>
/// <param name="IsSilent">Whether it has been silent for too long to be known.</param>
/// <param name="Judgement">What it says, at the time or, if silent, at its newest reading; null when it cannot say.</param>
internal readonly record struct Sensor(
    StationWindows Station, DateTimeOffset LatestAt, bool IsSilent, SensorJudgement? Judgement);
