using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>
/// A reading store as it is after a month: every station, every minute. Written block by block with the store's own codecs, an hour of all
/// stations in one transaction, since a month cannot be waited for. The ledger and the verdicts are empty.
/// </summary>
internal sealed class MonthSeed(ReadingField network, DateTimeOffset end, int days)
{
    private const int MinutesPerHour = 60;

    /// <summary>The series of each station.</summary>
    public static IReadOnlyList<SeriesName> Series { get; } =
        [SeriesName.Parse("pm25"), SeriesName.Parse("air_temperature"), SeriesName.Parse("water_level")];

    /// <summary>The readings of one series.</summary>
    public int ReadingsPerSeries => days * 24 * MinutesPerHour;

    /// <summary>All readings.</summary>
    public long Readings => (long)ReadingsPerSeries * Series.Count * network.Stations.Count;

    /// <summary>When the first reading was taken; the last one a minute before the end.</summary>
    public DateTimeOffset Begin => end.AddDays(-days);

    /// <summary>A value: the same for all sides, cheap to make.</summary>
    public static double Value(int station, int series, long minute)
    {
        uint noise = (uint)((minute * 2654435761L) ^ (station * 40503L) ^ (series * 69069L));
        noise ^= noise >> 15;
        double wave = Math.Sin((minute % 1440 / 1440.0 * 2 * Math.PI) + (station % 24));
        return Math.Round(30 + (10 * wave) + (noise % 40 / 10.0), 1);
    }

    /// <summary>Writes the file.</summary>
    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using SqliteConnection connection = StoreFile.OpenWriter(file, new StoreOptions { CacheMegabytes = 512 });
        StoreFile.Execute(connection, "PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=20000;");
        WriteBook(connection);
        long first = Slot.HourOf(Begin);
        for (long hour = first; hour < first + (days * 24); hour++)
        {
            WriteHour(connection, hour);
            if ((hour - first) % 72 == 0)
            {
                Progress.Say($"day {(hour - first) / 24} of {days} is written");
            }
        }

        StoreFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private void WriteBook(SqliteConnection connection)
    {
        StoreFile.Execute(connection, "BEGIN");
        using Statement stations = new(connection, "INSERT INTO station (number, id, newest) VALUES (?1, ?2, ?3)");
        using Statement series = new(connection, "INSERT INTO series (station, number, name) VALUES (?1, ?2, ?3)");
        BlockBuffer row = new();
        long[] newest = [.. Series.Select(_ => Slot.HourOf(end) - 1)];
        for (int i = 0; i < network.Stations.Count; i++)
        {
            LatestLoader.Encode(i + 1, newest, row);
            stations.Bind(1, i + 1).Bind(2, network.Stations[i].Value).Bind(3, row.Written).Run();
            for (int s = 0; s < Series.Count; s++)
            {
                series.Bind(1, i + 1).Bind(2, s + 1).Bind(3, Series[s].Text).Run();
            }
        }

        StoreFile.Execute(connection, "COMMIT");
    }

    private void WriteHour(SqliteConnection connection, long hour)
    {
        byte[][] blocks = new byte[network.Stations.Count][];
        byte[][] rollUps = new byte[network.Stations.Count][];
        Parallel.For(0, blocks.Length, () => new Maker(), (i, _, maker) =>
        {
            (blocks[i], rollUps[i]) = maker.Make(i, hour);
            return maker;
        }, _ => { });
        int month = new Slot(1, hour).Month;
        StoreFile.Execute(connection, $"BEGIN; {StoreFile.CreateBlockTable(month)};");
        using Statement block = new(connection, $"INSERT INTO {StoreFile.BlockTable(month)} (key, data) VALUES (?1, ?2)");
        using Statement hourly = new(connection, "INSERT INTO hourly (key, data) VALUES (?1, ?2)");
        for (int i = 0; i < blocks.Length; i++)
        {
            long key = new Slot(i + 1, hour).Key;
            block.Bind(1, key).Bind(2, (ReadOnlySpan<byte>)blocks[i]).Run();
            hourly.Bind(1, key).Bind(2, (ReadOnlySpan<byte>)rollUps[i]).Run();
        }

        StoreFile.Execute(connection, "COMMIT");
    }

    /// <summary>The buffers of one thread.</summary>
    private sealed class Maker
    {
        private readonly SeriesHourPool _pool = new();
        private readonly BlockBuffer _row = new();
        private readonly BlockBuffer _scratch = new();
        private readonly List<SeriesRollUp> _rolled = [];

        public (byte[] Block, byte[] RollUps) Make(int station, long hour)
        {
            Slot slot = new(station + 1, hour);
            StationHour made = new(slot, _pool);
            for (int series = 0; series < Series.Count; series++)
            {
                SeriesHour open = made.Open(series + 1);
                for (int minute = 0; minute < MinutesPerHour; minute++)
                {
                    open.Add(minute * 60_000, Value(station, series, (hour * MinutesPerHour) + minute), QualityFlag.Pass);
                }
            }

            made.Write(_row, _scratch);
            byte[] block = _row.Written.ToArray();
            made.Roll(_rolled);
            HourlyCodec.Encode(slot, _rolled, _row);
            made.Release();
            return (block, _row.Written.ToArray());
        }
    }
}
