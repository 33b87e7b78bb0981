using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>The newest reading of a quantity at a station; null where it never measured it.</summary>
/// <param name="Station">The station.</param>
/// <param name="Newest">Its newest reading.</param>
/// <param name="IsSilent">Whether it is too old to say anything of now.</param>
internal sealed record StationNow(Station Station, Reading? Newest, bool IsSilent)
{
    /// <summary>The value that holds now, or null: silent, not usable or not measured.</summary>
    public double? Value => !IsSilent && Newest is { IsUsable: true } reading ? reading.Value : null;
}
