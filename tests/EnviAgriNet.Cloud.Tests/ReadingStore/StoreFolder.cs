using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

/// <summary>A store in a folder of its own that is deleted afterwards, and packs to put into it.</summary>
internal sealed class StoreFolder : IDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly StationId Station = StationId.Parse("centre-1");

    public static readonly SeriesName Pm25 = SeriesName.Parse("pm25");

    private readonly PackDecoder _decoder = new();

    private readonly bool _isOwned;

    public StoreFolder()
    {
        Folder = Directory.CreateTempSubdirectory("store-").FullName;
        _isOwned = true;
    }

    /// <summary>A folder of somebody else, who deletes it.</summary>
    public StoreFolder(string folder) => Folder = folder;

    public string Folder { get; }

    public string File => Path.Combine(Folder, "readings.db");

    public SqliteReadingStore Open(int rawMonths = 13, int megabytesMax = 1000) => new(
        File,
        Options.Create(new StoreOptions { RawMonths = rawMonths, FileMegabytesMax = megabytesMax }),
        TimeProvider.System,
        NullLogger<SqliteReadingStore>.Instance);

    public static Reading Reading(int minute, double value, string series = "pm25", QualityFlag quality = QualityFlag.Pass) =>
        new(SeriesName.Parse(series), Begin.AddMinutes(minute), value, quality);

    public PackToStore Pack(long sequence, params Reading[] readings) => Pack(Station, "box", sequence, default, readings);

    public PackToStore Pack(
        StationId station, string outbox, long sequence, DateTimeOffset lateBefore, params Reading[] readings)
    {
        Pack pack = new(station, outbox, sequence, "boot", Begin, TimeSpan.Zero, readings);
        return new PackToStore(
            station, _decoder.Decode(PackEncoder.Encode(pack, PackCompression.Gzip), station, null), lateBefore, Begin);
    }

    public PackToStore Payload(string json) => new(
        Station, _decoder.Decode(System.Text.Encoding.UTF8.GetBytes(json), Station, null), default, Begin);

    public void Dispose()
    {
        if (_isOwned)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
