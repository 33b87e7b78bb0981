using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops.Outlook;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>All that advice to one farmer is made from.</summary>
/// <param name="Language">In which they read: <c>th</c> or <c>en</c>.</param>
/// <param name="Plots">Their plots.</param>
/// <param name="Prices">The prices of what they grow, one of each commodity.</param>
/// <param name="Told">What they were told, the newest first.</param>
internal sealed record FarmView(
    string Language, IReadOnlyList<PlotView> Plots, IReadOnlyList<PriceView> Prices, IReadOnlyList<AdviceLine> Told);

/// <summary>A plot and what can be said of it.</summary>
/// <param name="Plot">The plot.</param>
/// <param name="Crop">What grows there, in the farmer's language.</param>
/// <param name="Place">Where it lies, in the farmer's language.</param>
/// <param name="Commodity">The code of what it is sold as; null when no price is known for it.</param>
/// <param name="Outlook">Its outlook.</param>
internal sealed record PlotView(Plot Plot, string Crop, string Place, string? Commodity, FieldOutlook Outlook);
