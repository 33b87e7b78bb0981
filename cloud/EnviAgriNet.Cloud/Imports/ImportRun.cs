using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Registry.Markets;

namespace EnviAgriNet.Cloud.Imports;

/// <summary>One import while it reads: figures so far, the report, and what the caller asked for.</summary>
/// <param name="topic">What is imported.</param>
/// <param name="source">The source to name, or null for the usual one of the form.</param>
internal sealed class ImportRun(ImportTopic topic, string? source)
{
    private readonly Dictionary<object, (double Value, string Place)> _known = [];

    /// <summary>What is imported.</summary>
    public ImportTopic Topic { get; } = topic;

    /// <summary>The figures.</summary>
    public MarketFigures Figures { get; } = new();

    /// <summary>The report.</summary>
    public ImportLog Log { get; } = new();

    /// <summary>The source of the figures.</summary>
    public string Source { get; private set; } = source ?? string.Empty;

    /// <summary>The name of the source: that of the caller, else the usual one of the form.</summary>
    public string SourceOr(string usual) => Source = Source.Length > 0 ? Source : usual;

    /// <summary>Adds a price.</summary>
    public void Add(PriceSeries series, DateOnly date, double bahtPerKg, CellPlace at)
    {
        if (IsNew((series, date), bahtPerKg, at))
        {
            Figures.Prices.Add((series, new PricePoint(date, bahtPerKg)));
        }
    }

    /// <summary>Adds a year of areas and harvest.</summary>
    public void Add(YieldYear year, CellPlace at)
    {
        YieldYear kept = Topic == ImportTopic.Areas ? year with { Tons = null } : year;
        if (IsNew((year.Crop, year.Season, year.Region, year.Year), HashCode.Combine(kept.PlantedRai, kept.HarvestedRai, kept.Tons), at))
        {
            Figures.Yields.Add(kept);
        }
    }

    /// <summary>Adds a month of harvest.</summary>
    public void Add(HarvestMonth month, CellPlace at)
    {
        if (IsNew((month.Crop, month.Season, month.Region, month.CropYear, month.Month), month.Tons, at))
        {
            Figures.Harvests.Add(month);
        }
    }

    /// <summary>Adds an index number.</summary>
    public void Add(IndexPoint point, CellPlace at)
    {
        if (IsNew((point.Item, point.BaseYear, point.Month), point.Value, at))
        {
            Figures.Indices.Add(point);
        }
    }

    /// <summary>Adds a month of rain.</summary>
    public void Add(Registry.RainFigure figure, CellPlace at)
    {
        if (IsNew((figure.Region, figure.Month), figure.Rain, at))
        {
            Figures.Rain.Add(figure);
        }
    }

    // A file may hold a figure twice, on an overview and in detail; when the two differ nobody can say which is right.
    private bool IsNew(object key, double value, CellPlace at)
    {
        if (_known.Count >= Limits.FiguresMax)
        {
            throw new ImportException($"the file has more than {Limits.FiguresMax:N0} figures");
        }

        if (_known.TryAdd(key, (value, at.ToString())))
        {
            Log.Take(at.Sheet, at.Row);
            return true;
        }

        (double before, string place) = _known[key];
        if (Math.Abs(before - value) <= 1e-9 * Math.Max(1, Math.Abs(before)))
        {
            Log.Repeated++;
        }
        else
        {
            Log.Refuse(at.Sheet, at.Row, at.Cell, $"is there already, with another value, at {place}: the first is taken");
        }

        return false;
    }
}

/// <summary>What is imported.</summary>
internal enum ImportTopic
{
    /// <summary>Prices and index numbers of prices.</summary>
    Prices,

    /// <summary>Areas and harvests of years, and months of harvest.</summary>
    Yields,

    /// <summary>Monthly rain of provinces.</summary>
    Rain,

    /// <summary>Areas alone.</summary>
    Areas,
}
