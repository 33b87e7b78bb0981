using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Readings;

/// <summary>A series of the whole network: which station, and which of its series.</summary>
public readonly record struct SeriesId(StationId Station, SeriesName Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Station}:{Name}";
}
