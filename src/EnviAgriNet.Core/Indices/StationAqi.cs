namespace EnviAgriNet.Core.Indices;

/// <summary>The index of a station: the largest of its pollutants' indices.</summary>
/// <param name="Value">The largest index.</param>
/// <param name="Pollutant">The pollutant that gives it; on a tie the later one of the table.</param>
public readonly record struct StationAqi(AqiValue Value, Pollutant Pollutant);
