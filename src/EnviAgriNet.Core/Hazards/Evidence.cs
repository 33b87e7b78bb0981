using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The measured numbers behind a judgement.</summary>
/// <param name="Station">Where they were measured.</param>
public abstract record Evidence(StationId Station);

/// <summary>The numbers behind haze.</summary>
/// <param name="Station">Where they were measured.</param>
/// <param name="Mean">Mean PM2.5 of 24 h, µg/m³.</param>
/// <param name="Index">Its Thai index.</param>
/// <param name="Hours">How many of the 24 hours have data.</param>
public sealed record HazeEvidence(StationId Station, double Mean, AqiValue Index, int Hours) : Evidence(Station);

/// <summary>The numbers behind a river flood.</summary>
/// <param name="Station">Where they were measured.</param>
/// <param name="Level">Water level in metres.</param>
/// <param name="Bank">The level against the bank.</param>
/// <param name="RisePerHour">Rise in metres an hour, negative when falling; null when it cannot be told.</param>
/// <param name="HoursToBank">Hours until the bank at that rise; null when the river does not rise or is over it.</param>
public sealed record RiverEvidence(
    StationId Station, double Level, RiverBank Bank, double? RisePerHour, double? HoursToBank) : Evidence(Station);

/// <summary>The numbers behind any other hazard.</summary>
/// <param name="Station">Where they were measured.</param>
/// <param name="Values">The numbers; the first is the one that decided.</param>
public sealed record MeasureEvidence(StationId Station, IReadOnlyList<MeasuredValue> Values) : Evidence(Station);

/// <summary>One number a judgement rests on.</summary>
/// <param name="Measure">Its name, as rules and documents have it: <c>rain_24h</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its UCUM unit.</param>
public readonly record struct MeasuredValue(string Measure, double Value, string Unit);
