using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary>Prints how good yield outlooks were: over all years, by year, and by province with one year of flood.</summary>
internal sealed class YieldBacktestPrinter
{
    private readonly IReadOnlyList<YieldTrial> _trials;
    private readonly int _flood;

    public YieldBacktestPrinter(IReadOnlyList<YieldTrial> trials, int flood) => (_trials, _flood) = (trials, flood);

    /// <summary>Prints it.</summary>
    public void Print(IConsole console, bool asJson, bool asMarkdown)
    {
        if (asJson)
        {
            console.Line(Json().ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach (string line in asMarkdown ? Totals().Append(string.Empty).Concat(Years()).Append(string.Empty).Concat(Provinces()) : Totals())
        {
            console.Line(line);
        }
    }

    private static double Kg(IEnumerable<YieldTrial> trials, Func<YieldTrial, double> forecast) =>
        trials.Average(t => Math.Abs(forecast(t) - t.Actual.KgPerPlantedRai));

    private static double Tons(IReadOnlyCollection<YieldTrial> trials, Func<YieldTrial, double> forecast) =>
        100 * trials.Sum(t => Math.Abs(forecast(t) - t.Actual.Tons)) / trials.Sum(t => t.Actual.Tons);

    private static double Covered(IReadOnlyCollection<YieldTrial> trials) => 100d * trials.Count(t => t.IsCovered) / trials.Count;

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);

    private static string Name(string area) =>
        RegionId.TryParse(area, out RegionId region) && ProvinceNames.Of(region) is { } name ? $"{name.NameTh} ({name.NameEn})" : area;

    private IEnumerable<string> Totals()
    {
        yield return "| years | forecasts | method | mean error, kg per planted rai | error of production, % of production | in the 80 % band, % |";
        yield return "|---|---|---|---|---|---|";
        foreach ((string years, YieldTrial[] part) in Parts().Where(p => p.Trials.Length > 0))
        {
            string head = $"| {years} | {part.Length} |";
            yield return Inv($"{head} last year again | {Kg(part, t => t.Naive.KgPerPlantedRai):0.0} | {Tons(part, t => t.Naive.Tons):0.0} | |");
            yield return Inv($"{head} mean of all years | {Kg(part, t => t.Mean):0.0} | {Tons(part, t => t.MeanTons):0.0} | |");
            yield return Inv($"{head} outlook before the season | {Kg(part, t => t.Before.Median):0.0} | {Tons(part, t => t.Before.TonsMedian):0.0} | |");
            yield return Inv($"{head} outlook with the rain to September | {Kg(part, t => t.After.Median):0.0} | {Tons(part, t => t.After.TonsMedian):0.0} | {Covered(part):0} |");
        }
    }

    private (string Name, YieldTrial[] Trials)[] Parts() =>
    [
        ($"{_trials.Min(t => t.Actual.Year)}-{_trials.Max(t => t.Actual.Year)}", [.. _trials]),
        ($"to {_flood - 1}", [.. _trials.Where(t => t.Actual.Year < _flood)]),
        ($"{_flood}", [.. _trials.Where(t => t.Actual.Year == _flood)]),
        ($"from {_flood + 1}", [.. _trials.Where(t => t.Actual.Year > _flood)]),
    ];

    private IEnumerable<string> Years()
    {
        yield return "| year (B.E.) | planted, million rai | harvested, % of planted | expected before | with rain | production, million t | last year | expected before | with rain | error with rain, % |";
        yield return "|---|---|---|---|---|---|---|---|---|---|";
        foreach (IGrouping<int, YieldTrial> year in _trials.GroupBy(t => t.Actual.Year).OrderBy(y => y.Key))
        {
            double planted = year.Sum(t => t.Actual.PlantedRai);
            double tons = year.Sum(t => t.Actual.Tons);
            double rain = year.Sum(t => t.After.TonsMedian);
            yield return Inv($"| {Mark(year.Key)} ({year.Key + 543}) | {planted / 1e6:0.00} | {100 * year.Sum(t => t.Actual.HarvestedRai) / planted:0.0} | {100 * year.Sum(t => t.Before.HarvestedShare * t.Actual.PlantedRai) / planted:0.0} | {100 * year.Sum(t => t.After.HarvestedShare * t.Actual.PlantedRai) / planted:0.0} | {tons / 1e6:0.00} | {year.Sum(t => t.Naive.Tons) / 1e6:0.00} | {year.Sum(t => t.Before.TonsMedian) / 1e6:0.00} | {rain / 1e6:0.00} | {100 * (rain - tons) / tons:+0.0;-0.0} |");
        }
    }

    private string Mark(int year) => year == _flood ? $"**{year}**" : $"{year}";

    private IEnumerable<string> Provinces()
    {
        yield return $"| province | years | mean error, kg/rai: last year | mean | before | with rain | in band, % | {_flood}: harvested, % | expected before | with rain | production, 1000 t | expected before | with rain | error with rain, % | in band |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (IGrouping<string, YieldTrial> area in _trials.GroupBy(t => t.Area)
            .OrderByDescending(g => g.Where(t => t.Actual.Year == _flood).Select(t => t.Actual.PlantedRai - t.Actual.HarvestedRai).FirstOrDefault()))
        {
            YieldTrial[] all = [.. area];
            string errors = Inv($"| {Name(area.Key)} | {all.Length} | {Kg(all, t => t.Naive.KgPerPlantedRai):0} | {Kg(all, t => t.Mean):0} | {Kg(all, t => t.Before.Median):0} | {Kg(all, t => t.After.Median):0} | {Covered(all):0} |");
            yield return errors + (all.FirstOrDefault(t => t.Actual.Year == _flood) is { } f
                ? Inv($" {100 * f.Actual.HarvestedShare:0} | {100 * f.Before.HarvestedShare:0} | {100 * f.After.HarvestedShare:0} | {f.Actual.Tons / 1000:0.0} | {f.Before.TonsMedian / 1000:0.0} | {f.After.TonsMedian / 1000:0.0} | {100 * (f.After.TonsMedian - f.Actual.Tons) / f.Actual.Tons:+0;-0;0} | {(f.IsCovered ? "yes" : "no")} |")
                : " | | | | | | | |");
        }
    }

    private JsonObject Json() => new()
    {
        ["trials"] = _trials.Count,
        ["parts"] = new JsonArray([.. Parts().Where(p => p.Trials.Length > 0).Select(p => new JsonObject
        {
            ["years"] = p.Name,
            ["forecasts"] = p.Trials.Length,
            ["mae_kg_per_rai_naive"] = Math.Round(Kg(p.Trials, t => t.Naive.KgPerPlantedRai), 2),
            ["mae_kg_per_rai_mean"] = Math.Round(Kg(p.Trials, t => t.Mean), 2),
            ["mae_kg_per_rai_before"] = Math.Round(Kg(p.Trials, t => t.Before.Median), 2),
            ["mae_kg_per_rai_with_rain"] = Math.Round(Kg(p.Trials, t => t.After.Median), 2),
            ["production_error_pct_naive"] = Math.Round(Tons(p.Trials, t => t.Naive.Tons), 2),
            ["production_error_pct_with_rain"] = Math.Round(Tons(p.Trials, t => t.After.TonsMedian), 2),
            ["coverage80"] = Math.Round(Covered(p.Trials), 1),
        })]),
        ["flood_year"] = _flood,
        ["flood"] = new JsonArray([.. _trials.Where(t => t.Actual.Year == _flood).Select(t => new JsonObject
        {
            ["region"] = t.Area,
            ["planted_rai"] = t.Actual.PlantedRai,
            ["harvested_share"] = Math.Round(t.Actual.HarvestedShare, 3),
            ["expected_share_before"] = Math.Round(t.Before.HarvestedShare, 3),
            ["expected_share_with_rain"] = Math.Round(t.After.HarvestedShare, 3),
            ["tons"] = t.Actual.Tons,
            ["expected_tons_before"] = Math.Round(t.Before.TonsMedian),
            ["expected_tons_with_rain"] = Math.Round(t.After.TonsMedian),
            ["low_tons"] = Math.Round(t.After.TonsLow),
            ["high_tons"] = Math.Round(t.After.TonsHigh),
            ["in_band"] = t.IsCovered,
        })]),
    };
}
