using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using CropYear = EnviAgriNet.Core.Crops.Outlook.Yields.YieldYear;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>
/// The yields of provinces as outlooks read them. Kept in memory for a while, since many plots ask for the same province. Safe for use by
/// several threads.
/// </summary>
internal sealed class YieldHistories(YieldBook book, TimeProvider time)
{
    // An import counts after this at the latest.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    // Rice sown from April to October is rice of the rains.
    private const int RainsFrom = 4;
    private const int RainsTo = 10;
    private const string Rice = "rice";

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Crop, RegionId? Region, string? Season), (long At, IReadOnlyList<CropYear> Years)> _kept = [];

    /// <summary>The years of a crop in a province, or the country; null where there are none.</summary>
    /// <param name="crop">A code of the table of crops.</param>
    /// <param name="province">The province, or null for the country.</param>
    /// <param name="planted">When it was or would be planted: rice of the rains and of the dry season yield differently.</param>
    public IReadOnlyList<CropYear>? Of(string crop, RegionId? province, DateOnly planted)
    {
        string? season = crop != Rice ? null
            : planted.Month is >= RainsFrom and <= RainsTo ? YieldYear.InSeason
            : YieldYear.OffSeason;
        lock (_gate)
        {
            if (!_kept.TryGetValue((crop, province, season), out (long At, IReadOnlyList<CropYear> Years) kept)
                || time.GetElapsedTime(kept.At) > KeptFor)
            {
                kept = (time.GetTimestamp(), ToYears(book.Values(crop, province, season)));
                _kept[(crop, province, season)] = kept;
            }

            return kept.Years.Count == 0 ? null : kept.Years;
        }
    }

    /// <summary>Figures of a book as the forecaster takes them; years with a figure missing are left out.</summary>
    public static IReadOnlyList<CropYear> ToYears(IEnumerable<YieldYear> years) =>
    [
        .. years.Where(y => y is { PlantedRai: not null, HarvestedRai: not null, Tons: not null })
            .Select(y => new CropYear(y.Year, y.PlantedRai!.Value, y.HarvestedRai!.Value, y.Tons!.Value)),
    ];
}
