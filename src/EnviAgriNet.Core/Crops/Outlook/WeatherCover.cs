namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>What weather an outlook stands on.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">Days with temperature and rain.</param>
/// <param name="Bridged">Days that were bridged.</param>
/// <param name="Sources">The stations, the nearest first, with what each gave; or the file.</param>
public sealed record WeatherCover(DateOnly From, DateOnly To, int Days, int Bridged, IReadOnlyList<WeatherSource> Sources);

/// <summary>A station, or a file, and what it gave.</summary>
/// <param name="Name">The station's id, or the name of the file.</param>
/// <param name="Kilometres">How far from the field; null when that is not known (same district or province).</param>
/// <param name="Gives">Codes of the quantities taken from it.</param>
public sealed record WeatherSource(string Name, double? Kilometres, IReadOnlyList<string> Gives);
