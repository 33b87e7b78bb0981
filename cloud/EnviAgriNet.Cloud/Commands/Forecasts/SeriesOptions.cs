using System.CommandLine;
using EnviAgriNet.Cloud.Commands.Calc;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>Which series a call means: a table with its columns, or one of the registry.</summary>
internal sealed class SeriesOptions
{
    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "a table with a header, comma, semicolon or tab between cells (.gz too, - is standard input)",
        HelpName = "FILE",
    };

    private readonly Option<string?> _time = new("--time")
    {
        Description = "the column of dates: ISO 8601, day/month/year, ISO weeks, months in Thai or English, Buddhist years too",
        HelpName = "COLUMN",
    };

    private readonly Option<string?> _value = new("--value")
    {
        Description = "the column of prices: a decimal point, commas between thousands; empty, - or NA is no quotation",
        HelpName = "COLUMN",
    };

    private readonly Option<string[]> _regressors = new("--regressor")
    {
        Description = "a column that may explain the price, such as rain, area planted or an exchange rate; may be repeated",
        HelpName = "COLUMN",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _where = new("--where") { Description = "only rows with these values", HelpName = "COLUMN=VALUE,…" };

    private readonly Option<bool> _zero = new("--zero-is-value") { Description = "0 is a value; without this it means no quotation" };

    private readonly Option<string?> _commodity = new("--commodity") { Description = "a series of the registry instead of --csv, by code or name", HelpName = "NAME" };

    private readonly Option<string?> _market = new("--market") { Description = "the market, with --commodity", HelpName = "MARKET" };

    private readonly Option<string?> _frequency = new("--frequency") { Description = "daily (working days), weekly or monthly", HelpName = "F" };

    private readonly Option<int> _horizon = new("--horizon")
    {
        Description = $"steps ahead, 1 to {ForecastLimits.HorizonMax}; 13 without",
        HelpName = "STEPS",
        DefaultValueFactory = _ => 13,
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_csv, _time, _value, _frequency, _horizon, _regressors, _where, _zero, _commodity, _market])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads what the call means. Throws a <see cref="SeriesFault"/> that names the option at fault.</summary>
    public AskedSeries Read(ParseResult call, IConfiguration configuration) => (call.GetValue(_csv), call.GetValue(_commodity)) switch
    {
        ({ } file, null) => OfFile(call, file),
        (null, { } commodity) => OfRegistry(call, configuration, commodity),
        _ => throw new SeriesFault("give either --csv FILE --time COLUMN --value COLUMN, or --commodity NAME"),
    };

    private AskedSeries OfFile(ParseResult call, string file)
    {
        string time = call.GetValue(_time) ?? throw new SeriesFault("--time COLUMN is missing");
        string value = call.GetValue(_value) ?? throw new SeriesFault("--value COLUMN is missing");
        Frequency frequency = FrequencyOf(call) ?? throw new SeriesFault("--frequency is missing: daily, weekly or monthly");
        try
        {
            PriceFile read = PriceFile.Read(file, time, value, call.GetValue(_regressors) ?? [], call.GetValue(_where));
            return new AskedSeries(
                file == "-" ? "standard input" : Path.GetFileName(file), Request(call, read.Points, frequency) with { Regressors = read.Regressors },
                read.Counts);
        }
        catch (Exception e) when (e is CalcFault or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SeriesFault(e is CalcFault ? "--" + e.Message : $"--csv cannot be read: {e.Message}");
        }
    }

    private AskedSeries OfRegistry(ParseResult call, IConfiguration configuration, string commodity)
    {
        Commodity found = CommodityTable.Find(commodity) ?? throw new SeriesFault($"--commodity '{CellNumber.Cut(commodity)}' is none that is known");
        Frequency? frequency = FrequencyOf(call);
        using ServiceProvider registry = CloudCall.Registry(configuration);
        PriceBook book = registry.GetRequiredService<PriceBook>();
        List<(long Id, PriceSeries Series)> all = [.. book.All().Where(s => s.Series.Commodity == found.Code)];
        List<(long Id, PriceSeries Series)> meant =
        [
            .. all.Where(s => (frequency is null || s.Series.Frequency == frequency)
                && (call.GetValue(_market) is not { } market || s.Series.Market.Equals(market, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(s => s.Series.Market == PriceSeries.WholeCountry ? 0 : 1).ThenBy(s => s.Series.Grade is null ? 0 : 1).ThenBy(s => s.Series.Kind),
        ];
        if (meant.Count == 0)
        {
            string there = all.Count == 0 ? "nothing of it" : string.Join(", ", all.Select(s => Name(s.Series)).Distinct().Take(20));
            throw new SeriesFault($"--commodity {found.Code}: the registry has {there}");
        }

        (long id, PriceSeries series) = meant[0];
        return new AskedSeries(
            Name(series) + " (baht/kg)",
            Request(call, [.. book.Values(id).Select(p => new SeriesPoint(p.Date, p.BahtPerKg))], series.Frequency), null);
    }

    private ForecastRequest Request(ParseResult call, IReadOnlyList<SeriesPoint> points, Frequency frequency) =>
        new(points, frequency, call.GetValue(_horizon)) { ZeroMeansMissing = !call.GetValue(_zero) };

    private Frequency? FrequencyOf(ParseResult call) => call.GetValue(_frequency)?.ToLowerInvariant() switch
    {
        null => null,
        "daily" or "day" or "d" => Frequency.Daily,
        "weekly" or "week" or "w" => Frequency.Weekly,
        "monthly" or "month" or "m" => Frequency.Monthly,
        { } other => throw new SeriesFault($"--frequency '{CellNumber.Cut(other)}' is not daily, weekly or monthly"),
    };

    private static string Name(PriceSeries series) =>
        $"{series.Commodity} {series.Market} {series.Kind} {series.Frequency} {series.Source}{(series.Grade is { } grade ? $" {grade}" : string.Empty)}";
}

/// <summary>The series of a call.</summary>
/// <param name="Name">How the output names it.</param>
/// <param name="Request">The series and how far ahead.</param>
/// <param name="Counts">What became of a table's rows; null for the registry.</param>
internal sealed record AskedSeries(string Name, ForecastRequest Request, PriceFileCounts? Counts);
