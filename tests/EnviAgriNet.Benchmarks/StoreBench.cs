using System.Diagnostics;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Benchmarks;

/// <summary>How many readings a second the store takes by itself, durably, and how many bytes each costs on disk.</summary>
internal static class StoreBench
{
    private const int GroupPacks = 256;

    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SeriesName[] Series =
        [.. QuantityCatalog.All.Take(20).Select(SeriesName.Of)];

    private static readonly PackDecoder Decoder = new();

    public static int Run(string[] arguments)
    {
        string folder = arguments.Length > 0 ? arguments[0] : Path.Combine(Path.GetTempPath(), $"store-bench-{Environment.ProcessId}");
        int scale = arguments.Length > 1 ? int.Parse(arguments[1]) : 1;
        Directory.CreateDirectory(folder);
        Measure(folder, "1,000-reading packs, 20 series x 50 minutes, 100 stations", 100, 50, 60, 40 * scale, GroupPacks);
        Measure(folder, "20-reading live packs, 2,300 stations, a minute apart", 2_300, 1, 60, 60 * scale, GroupPacks);
        Measure(folder, "1,000-reading packs, 20 series x 50 seconds, 100 stations", 100, 50, 1, 72 * scale, GroupPacks);
        Measure(folder, "1,000-reading packs, one pack a commit", 100, 50, 60, 4 * scale, 1);
        return 0;
    }

    private static void Measure(
        string folder, string shape, int stations, int times, int stepSeconds, int rounds, int groupPacks)
    {
        string file = Path.Combine(folder, "readings.db");
        Delete(file);
        StationId[] ids = [.. Enumerable.Range(1, stations).Select(i => StationId.Parse($"station-{i:D5}"))];
        double[,] levels = new double[stations, Series.Length];
        Random random = new(1);
        long readings = 0;
        double seconds = 0;
        double longest = 0;
        int commits = 0;
        using (SqliteReadingStore store = new(
            file, Options.Create(new StoreOptions()), TimeProvider.System, NullLogger<SqliteReadingStore>.Instance))
        {
            for (int round = 0; round < rounds; round++)
            {
                List<PackToStore> packs = Packs(ids, levels, random, round, times, stepSeconds);
                foreach (PackToStore[] group in packs.Chunk(groupPacks))
                {
                    long start = Stopwatch.GetTimestamp();
                    store.Commit(group);
                    double took = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    seconds += took;
                    longest = Math.Max(longest, took);
                    commits++;
                    readings += group.Sum(p => p.Decoded.Pack!.Readings.Count);
                }
            }
        }

        long bytes = new FileInfo(file).Length;
        Console.WriteLine(
            $"{shape}: {readings:N0} readings in {seconds:F2} s = {readings / seconds:N0} readings/s, "
            + $"{commits} commits, longest {longest * 1000:F0} ms, {(double)bytes / readings:F2} bytes/reading");
        Delete(file);
    }

    private static List<PackToStore> Packs(
        StationId[] ids, double[,] levels, Random random, int round, int times, int stepSeconds)
    {
        List<PackToStore> packs = new(ids.Length);
        for (int s = 0; s < ids.Length; s++)
        {
            List<Reading> readings = new(times * Series.Length);
            for (int t = 0; t < times; t++)
            {
                DateTimeOffset takenAt = Begin.AddSeconds((long)((round * times) + t) * stepSeconds);
                for (int q = 0; q < Series.Length; q++)
                {
                    levels[s, q] += (random.NextDouble() - 0.5) * 2;
                    readings.Add(new Reading(Series[q], takenAt, Math.Round(50 + levels[s, q], 1), QualityFlag.Pass));
                }
            }

            Pack pack = new(ids[s], "box", round + 1, "boot", Begin, TimeSpan.Zero, readings);
            DecodedPack decoded = Decoder.Decode(PackEncoder.Encode(pack, PackCompression.None), ids[s], null);
            packs.Add(new PackToStore(ids[s], decoded, DateTimeOffset.MinValue, Begin));
        }

        return packs;
    }

    private static void Delete(string file)
    {
        foreach (string suffix in (ReadOnlySpan<string>)[string.Empty, "-wal", "-shm", ".lock"])
        {
            File.Delete(file + suffix);
        }
    }
}
