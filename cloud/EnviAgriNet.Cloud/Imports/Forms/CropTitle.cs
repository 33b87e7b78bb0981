using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>The crop and season of a title such as <c>ข้าวนาปี : เนื้อที่เพาะปลูก …</c>.</summary>
internal static class CropTitle
{
    private const string Rice = "rice";

    /// <summary>The crop, or null when the title names none.</summary>
    public static (string Crop, string Season)? Of(string title)
    {
        if (title.Contains("นาปรัง", StringComparison.Ordinal))
        {
            return (Rice, YieldYear.OffSeason);
        }

        if (title.Contains("นาปี", StringComparison.Ordinal))
        {
            return (Rice, YieldYear.InSeason);
        }

        return CommodityTable.Match(title.Split(':')[0], PriceKind.FarmGate)?.Commodity.Crop is { } crop ? (crop, string.Empty) : null;
    }
}
