using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>
/// The rain of May to September of provinces and of the North upstream of the Central Plain: the provinces along Ping, Wang, Yom and Nan
/// with those beside them.
/// </summary>
internal sealed class AreaRain
{
    private const int FirstMonth = 5;
    private const int LastMonth = 9;

    // The North counts for a year in which most of its provinces have figures.
    private const int UpstreamMin = 8;

    private static readonly string[] Upstream = ["50", "51", "52", "53", "54", "55", "56", "57", "62", "63", "64", "65"];

    private readonly Dictionary<string, IReadOnlyDictionary<int, double>> _byProvince = [];
    private readonly Dictionary<int, double> _upstream;

    /// <summary>Sums monthly rain up. Months of a province's season that have no figure make the year one without.</summary>
    /// <param name="months">Code of the province, year, month, mm.</param>
    public AreaRain(IEnumerable<(string Province, int Year, int Month, double Mm)> months)
    {
        foreach (IGrouping<string, (string Province, int Year, int Month, double Mm)> province in months
            .Where(m => m.Month is >= FirstMonth and <= LastMonth).GroupBy(m => m.Province))
        {
            _byProvince[province.Key] = province.GroupBy(m => m.Year)
                .Where(y => y.Select(m => m.Month).Distinct().Count() == LastMonth - FirstMonth + 1)
                .ToDictionary(y => y.Key, y => y.GroupBy(m => m.Month).Sum(m => m.Last().Mm));
        }

        _upstream = Upstream.Where(_byProvince.ContainsKey).SelectMany(p => _byProvince[p]).GroupBy(y => y.Key)
            .Where(y => y.Count() >= UpstreamMin).ToDictionary(y => y.Key, y => y.Average(v => v.Value));
    }

    /// <summary>The rain of the registry.</summary>
    public static AreaRain Of(ClimateBook book) => new(
        book.Spans().Where(s => s.Region.Level == RegionLevel.Province).Select(s => book.Find(s.Region)).OfType<RainHistory>().SelectMany(h =>
            Enumerable.Range(0, h.Rain.Count).Where(i => h.Rain[i] is not null).Select(i =>
                (h.Region.Code, h.First.Plus(i).Year, h.First.Plus(i).Month, h.Rain[i]!.Value))));

    /// <summary>The rain of a province; null where neither it nor the North has any.</summary>
    public SeasonRain? Of(string province) => _byProvince.GetValueOrDefault(province) is { } own
        ? new SeasonRain(own, _upstream)
        : _upstream.Count > 0 ? new SeasonRain(new Dictionary<int, double>(), _upstream) : null;
}
