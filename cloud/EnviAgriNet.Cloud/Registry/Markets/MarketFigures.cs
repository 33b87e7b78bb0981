using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>What one import brings; all of it is kept in one transaction, or nothing.</summary>
internal sealed class MarketFigures
{
    /// <summary>Prices.</summary>
    public List<(PriceSeries Series, PricePoint Point)> Prices { get; } = [];

    /// <summary>Areas and harvests of years.</summary>
    public List<YieldYear> Yields { get; } = [];

    /// <summary>Tons harvested in a month.</summary>
    public List<HarvestMonth> Harvests { get; } = [];

    /// <summary>Index numbers of farm prices.</summary>
    public List<IndexPoint> Indices { get; } = [];

    /// <summary>Monthly rain of provinces; it goes into the climate of the registry.</summary>
    public List<RainFigure> Rain { get; } = [];

    /// <summary>How many figures there are.</summary>
    public int Count => Prices.Count + Yields.Count + Harvests.Count + Indices.Count + Rain.Count;
}

/// <summary>What share of a crop year's harvest came in a month.</summary>
/// <param name="Crop">A code of the table of crops.</param>
/// <param name="Season">As in <see cref="YieldYear.Season"/>.</param>
/// <param name="Region">A province, or null for the whole country.</param>
/// <param name="CropYear">The crop year of our era.</param>
/// <param name="Month">The first day of the month of harvest.</param>
/// <param name="Tons">What came in.</param>
/// <param name="Source">Who published it.</param>
internal sealed record HarvestMonth(string Crop, string Season, RegionId? Region, int CropYear, DateOnly Month, double Tons, string Source);

/// <summary>An index number of farm prices.</summary>
/// <param name="Item">The item as published, without blanks at its ends.</param>
/// <param name="BaseYear">The year of our era that is 100.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Value">The number.</param>
/// <param name="Source">Who published it.</param>
internal sealed record IndexPoint(string Item, int BaseYear, DateOnly Month, double Value, string Source);
