namespace EnviAgriNet.Cloud.Advisories;

/// <summary>The newest price of a commodity and where it goes, as farmers are told. Safe for use by several threads.</summary>
internal sealed class PriceViews
{
    /// <summary>The view; null when no price of it is known, or none of late.</summary>
    /// <param name="commodity">Its code.</param>
    /// <param name="region">Where it is sold; null for the whole country.</param>
    /// <param name="today">The day in Bangkok.</param>
    public PriceView? Of(string commodity, Core.Geography.RegionId? region, DateOnly today) => null;
}
