using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>
/// Finds places by name and by position. Names are read again every few minutes, so that an import counts soon. Safe for use by several
/// threads.
/// </summary>
internal sealed class PlaceIndex(PlaceBook places, IStationBook stations, TimeProvider time)
{
    private const double KmPerDegree = 111.2;

    private static readonly string[] Titles = ["ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "ต.", "อ.", "จ.", "tambon", "amphoe", "changwat", "district", "province"];

    private Shelf? _shelf;

    /// <summary>The place and what it lies in, the place itself first; null when no province has such a code.</summary>
    public IReadOnlyList<PlaceNameView>? PathOf(RegionId region)
    {
        if (ProvinceNames.Of(region) is null)
        {
            return null;
        }

        List<PlaceNameView> path = [];
        for (RegionId? at = region; at is { } one; at = one.Parent)
        {
            Place? name = places.Find(one)?.Name;
            path.Add(new PlaceNameView(one.Code, name?.NameTh, name?.NameEn));
        }

        return path;
    }

    /// <summary>The places whose names, or those of what they lie in, hold every word; those that begin with it first. All provinces without a word.</summary>
    public IReadOnlyList<FoundPlaceView> Find(string query)
    {
        string[] words = [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(word => word.Length > 0)];
        return words.Length == 0
            ? [.. Entries().Where(entry => entry.View.Region.Length == 2).Select(entry => entry.View)]
            :
            [
                .. Entries().Where(entry => Array.TrueForAll(words, word => entry.Text.Contains(word, StringComparison.Ordinal)) && entry.IsCalled(words))
                    .OrderBy(entry => entry.BeginsWith(words[0]) ? 0 : 1).ThenBy(entry => entry.View.Region.Length).ThenBy(entry => entry.View.Region, StringComparer.Ordinal)
                    .DistinctBy(entry => entry.View.Region).Take(ResidentLimits.FoundMax).Select(entry => entry.View),
            ];
    }

    /// <summary>The places whose stations stand nearest to a position, with the distance; none further than the limit.</summary>
    public IReadOnlyList<FoundPlaceView> Near(double latitude, double longitude)
    {
        ILookup<string, FoundPlaceView> named = Entries().Select(entry => entry.View).DistinctBy(view => view.Region).ToLookup(view => view.Region, StringComparer.Ordinal);
        return
        [
            .. stations.All.Where(station => station is { Latitude: not null, Longitude: not null })
                .Select(station => (Station: station, Km: Distance(station, latitude, longitude)))
                .Where(pair => pair.Km <= ResidentLimits.NearKmMax).OrderBy(pair => pair.Km).DistinctBy(pair => pair.Station.Region).Take(5)
                .Select(pair => (named[pair.Station.Region.Code].FirstOrDefault() ?? OfStation(pair.Station)) with { Km = Math.Round(pair.Km, 1) }),
        ];
    }

    private static double Distance(Station station, double latitude, double longitude)
    {
        double north = station.Latitude!.Value - latitude;
        double east = (station.Longitude!.Value - longitude) * Math.Cos(latitude * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east)) * KmPerDegree;
    }

    private IReadOnlyList<Entry> Entries()
    {
        Shelf? shelf = Volatile.Read(ref _shelf);
        if (shelf is null || time.GetElapsedTime(shelf.At) > ResidentLimits.OutlookAgeMax || shelf.Stations != stations.All.Count)
        {
            shelf = new Shelf(time.GetTimestamp(), stations.All.Count, Read());
            Volatile.Write(ref _shelf, shelf);
        }

        return shelf.Entries;
    }

    private List<Entry> Read()
    {
        List<Entry> entries = [];
        foreach ((string code, Place province) in ProvinceNames.All)
        {
            RegionId id = RegionId.Parse(code);
            Dictionary<string, Place> names = places.Within(id).ToDictionary(place => place.Region.Code, place => place.Name);
            entries.Add(Entry.Of(new FoundPlaceView(code, province.NameTh, province.NameEn, string.Empty, string.Empty, null)));
            entries.AddRange(names.Select(pair => Entry.Of(new FoundPlaceView(
                pair.Key, pair.Value.NameTh, pair.Value.NameEn, In(pair.Key, names, province, thai: true), In(pair.Key, names, province, thai: false), null))));
        }

        // People know the name of their centre.
        entries.AddRange(stations.All.Where(station => ProvinceNames.Of(station.Region) is not null).Select(station => Entry.Of(OfStation(station))));
        return entries;
    }

    private FoundPlaceView OfStation(Station station)
    {
        Place province = ProvinceNames.Of(station.Region) ?? new Place(string.Empty, string.Empty);
        Place? district = station.Region.Level == RegionLevel.Subdistrict ? places.Find(station.Region.Parent!.Value)?.Name : null;
        return new FoundPlaceView(
            station.Region.Code, station.NameTh, station.NameEn,
            string.Join(' ', new[] { district?.NameTh, province.NameTh }.OfType<string>()), string.Join(", ", new[] { district?.NameEn, province.NameEn }.OfType<string>()), null);
    }

    private static string In(string code, Dictionary<string, Place> names, Place province, bool thai)
    {
        Place? district = code.Length == 6 ? names.GetValueOrDefault(code[..4]) : null;
        return thai
            ? string.Join(' ', new[] { district?.NameTh, province.NameTh }.OfType<string>())
            : string.Join(", ", new[] { district?.NameEn, province.NameEn }.OfType<string>());
    }

    private static string Bare(string word)
    {
        string lower = word.ToLowerInvariant();
        string? title = Titles.FirstOrDefault(t => lower.StartsWith(t, StringComparison.Ordinal));
        return title is null ? lower : lower[title.Length..];
    }

    private sealed record Shelf(long At, int Stations, IReadOnlyList<Entry> Entries);

    private sealed record Entry(FoundPlaceView View, string Th, string En, string Text)
    {
        public static Entry Of(FoundPlaceView view) => new(
            view, view.Th, view.En.ToLowerInvariant(), $"{view.Th} {view.En} {view.InTh} {view.InEn} {view.Region}".ToLowerInvariant());

        public bool BeginsWith(string word) => Th.StartsWith(word, StringComparison.Ordinal) || En.StartsWith(word, StringComparison.Ordinal);

        /// <summary>Whether a word stands in its own name or code, not only in that of what it lies in.</summary>
        public bool IsCalled(string[] words) => Array.Exists(
            words, word => Th.Contains(word, StringComparison.Ordinal) || En.Contains(word, StringComparison.Ordinal) || View.Region.StartsWith(word, StringComparison.Ordinal));
    }
}
