using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>What is quoted: one commodity, at one market or in one area, of one kind, at one frequency, by one source.</summary>
/// <param name="Commodity">A code of the table of commodities, such as <c>paddy-jasmine</c>.</param>
/// <param name="Market">A market or area as the source names it, or <c>thailand</c>.</param>
/// <param name="Region">The province the market lies in, or null for the whole country and for parts of it.</param>
/// <param name="Kind">Who pays it to whom.</param>
/// <param name="Frequency">How often it is quoted.</param>
/// <param name="Source">Who published it: <c>oae</c>, <c>moc</c>, <c>wfp</c>, or the name given at the import.</param>
/// <param name="Grade">The published name without blanks where it is a grade or size of the commodity; null for the commodity itself.</param>
internal sealed record PriceSeries(
    string Commodity, string Market, RegionId? Region, PriceKind Kind, Frequency Frequency, string Source, string? Grade = null)
{
    /// <summary>The market of a price of the whole country.</summary>
    public const string WholeCountry = "thailand";
}
