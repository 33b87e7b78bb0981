using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Inbox.Places;

/// <summary>
/// Finds the place in what people write: a station's id, a region's code, or a name in Thai or English, with or without what kind of
/// place it is, its spaces and its tone marks. Of several names the smallest place counts that lies in the others. Safe for use by
/// several threads.
/// </summary>
internal sealed class PlaceFinder(IStationBook stations, IReadOnlyList<NamedPlace> areas)
{
    private const int SpanWordsMax = 5;
    private const int PrefixLengthMin = 4;

    private static readonly string[] Titles =
    [
        .. KeywordTable.Skeletons(
            "จังหวัด", "อำเภอ", "ตำบล", "แขวง", "เขต", "หมู่บ้าน", "บ้าน", "เทศบาล", "province", "district", "subdistrict", "tambon", "amphoe", "amphur", "changwat", "จ", "อ", "ต")
            .OrderByDescending(title => title.Length),
    ];

    private volatile Index _index = new([], []);

    /// <summary>Finds the place.</summary>
    /// <param name="text">What stands beside the keyword, or a whole text.</param>
    public PlaceFound Find(string text)
    {
        IReadOnlyList<string> words = [.. Words.Of(TextFold.Fold(text)).Select(TextFold.Skeleton)];
        if (words.Count == 0)
        {
            return PlaceFound.None;
        }

        Index index = Current();
        if (words.Select(ByCode).FirstOrDefault(place => place is not null) is { } coded)
        {
            return new PlaceFound(coded, IsAmbiguous: false);
        }

        List<List<NamedPlace>> named = Named(index, words);
        return named.Count == 0 ? Misspelt(index, words) : Smallest(named);
    }

    /// <summary>The name of a region, or its code where no name is known.</summary>
    public NamedPlace Of(RegionId region)
    {
        Index index = Current();
        return index.Places.FirstOrDefault(place => place.Region == region && place.Station is null) ?? new NamedPlace(region, null, region.Code, region.Code);
    }

    private NamedPlace? ByCode(string word)
    {
        if (StationId.TryParse(word, out StationId id) && stations.Find(id) is { } station)
        {
            return Of(station);
        }

        return RegionId.TryParse(word, out RegionId region) && Current().Places.Any(place => region.Contains(place.Region) || place.Region.Contains(region))
            ? Of(region)
            : null;
    }

    // From every word on the longest run of words that is a name; words are tried with and without their title.
    private static List<List<NamedPlace>> Named(Index index, IReadOnlyList<string> words)
    {
        List<List<NamedPlace>> named = [];
        for (int from = 0; from < words.Count;)
        {
            int taken = 0;
            for (int count = Math.Min(SpanWordsMax, words.Count - from); count > 0 && taken == 0; count--)
            {
                string run = string.Concat(words.Skip(from).Take(count));
                if (Lookup(index, run) is { Count: > 0 } found)
                {
                    named.Add(found);
                    taken = count;
                }
            }

            from += Math.Max(1, taken);
        }

        return named;
    }

    private static List<NamedPlace>? Lookup(Index index, string run)
    {
        if (index.BySkeleton.TryGetValue(run, out List<NamedPlace>? whole))
        {
            return whole;
        }

        return WithoutTitle(run) is { Length: > 0 } bare && index.BySkeleton.TryGetValue(bare, out List<NamedPlace>? untitled) ? untitled : null;
    }

    private static string? WithoutTitle(string run) =>
        Titles.FirstOrDefault(title => run.StartsWith(title, StringComparison.Ordinal)) is { } found ? run[found.Length..] : null;

    private static PlaceFound Smallest(List<List<NamedPlace>> named)
    {
        List<NamedPlace> fitting =
        [
            .. named.SelectMany(found => found).Where(place => named.TrueForAll(found => found.Exists(other =>
                other.Region.Contains(place.Region) || place.Region.Contains(other.Region)))),
        ];
        if (fitting.Count == 0)
        {
            return new PlaceFound(null, IsAmbiguous: true);
        }

        int deepest = fitting.Max(place => place.Region.Code.Length);
        List<NamedPlace> smallest =
        [
            .. fitting.Where(place => place.Region.Code.Length == deepest).OrderBy(place => place.Station is null).DistinctBy(place => place.Region),
        ];

        // A province may be named like its first district: without more words the larger one is meant.
        if (smallest.Count > 1 || (named.Count == 1 && fitting.Exists(place => place.Region.Code.Length < deepest)))
        {
            int widest = fitting.Min(place => place.Region.Code.Length);
            smallest = [.. fitting.Where(place => place.Region.Code.Length == widest).DistinctBy(place => place.Region)];
        }

        return smallest.Count == 1 ? new PlaceFound(smallest[0], IsAmbiguous: false) : new PlaceFound(null, IsAmbiguous: true);
    }

    private static PlaceFound Misspelt(Index index, IReadOnlyList<string> words)
    {
        string run = string.Concat(words);
        string bare = WithoutTitle(run) ?? run;
        List<NamedPlace> near =
        [
            .. index.BySkeleton
                .Where(entry => entry.Key.Length >= Spelling.FuzzyLengthMin && (Spelling.IsOneSlip(run, entry.Key) || Spelling.IsOneSlip(bare, entry.Key)
                    || (run.Length >= PrefixLengthMin && entry.Key.StartsWith(run, StringComparison.Ordinal))))
                .SelectMany(entry => entry.Value).DistinctBy(place => (place.Region, place.Station)),
        ];
        if (near.Count == 0)
        {
            return PlaceFound.None;
        }

        return near.Select(place => place.Region).Distinct().Count() == 1
            ? new PlaceFound(near[0], IsAmbiguous: false)
            : new PlaceFound(null, IsAmbiguous: true);
    }

    private static NamedPlace Of(Station station) => new(station.Region, station.Id, station.NameTh, station.NameEn);

    // Stations change while the cloud runs; the list is another object then.
    private Index Current()
    {
        IReadOnlyList<Station> all = stations.All;
        Index index = _index;
        if (!ReferenceEquals(index.Stations, all))
        {
            index = new Index(all, [.. areas, .. all.Select(Of)]);
            _index = index;
        }

        return index;
    }

    private sealed class Index
    {
        public Index(IReadOnlyList<Station> stations, IReadOnlyList<NamedPlace> places)
        {
            Stations = stations;
            Places = places;
            foreach (NamedPlace place in places)
            {
                foreach (string name in (string[])[place.NameTh, place.NameEn])
                {
                    Add(string.Concat(Words.Of(TextFold.Fold(name)).Select(TextFold.Skeleton)), place);
                }
            }
        }

        public IReadOnlyList<Station> Stations { get; }

        public IReadOnlyList<NamedPlace> Places { get; }

        public Dictionary<string, List<NamedPlace>> BySkeleton { get; } = new(StringComparer.Ordinal);

        private void Add(string skeleton, NamedPlace place)
        {
            if (skeleton.Length == 0)
            {
                return;
            }

            if (!BySkeleton.TryGetValue(skeleton, out List<NamedPlace>? places))
            {
                BySkeleton[skeleton] = places = [];
            }

            places.Add(place);
        }
    }
}
