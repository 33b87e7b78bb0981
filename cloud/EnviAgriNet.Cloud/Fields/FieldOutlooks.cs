using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops.Outlook;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>Outlooks of plots from the stations around them. Safe for use by several threads.</summary>
internal sealed class FieldOutlooks
{
    /// <summary>
    /// The outlook of a plot; never throws for what is not known or not measured, and says so in the outlook instead.
    /// </summary>
    /// <param name="plot">The plot.</param>
    /// <param name="today">The day in Thailand: weather up to the day before enters, hours of today only into spraying.</param>
    public FieldOutlook Of(Plot plot, DateOnly today) => new() { On = today, Crop = plot.Crop };
}
