using System.Text;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Alert;

/// <summary>
/// One sample: a river station in a subdistrict of its own with one subscriber. Its earlier readings rise plausibly (which is the
/// second witness) and have been over the bank for longer than the onset hold, but nothing newer than that has been heard; the
/// next reading brings the Severe warning about.
/// </summary>
internal sealed class FloodSite
{
    public const double BankMetres = 5;
    public const double GroundMetres = 1;

    private const string Outbox = "f100d";
    private const int DistrictsPerProvince = 8;
    private const int SubdistrictsPerDistrict = 3;
    private const int ProvinceFirst = 60;

    private static readonly SeriesName WaterLevel = SeriesName.Of(QuantityCatalog.Get("water_level"));

    // Minutes before now, and metres: 4.30 m is 82 % and still; 5.05 m is 101 %, held for 9 minutes by what is known so far.
    private static readonly (double MinutesAgo, double Metres)[] Before =
        [(50, 4.30), (45, 4.30), (40, 4.30), (35, 4.30), (21, 5.05), (12, 5.06)];

    /// <summary>Site number 0, 1, 2, ...</summary>
    public FloodSite(int number)
    {
        (int rest, int subdistrict) = Math.DivRem(number, SubdistrictsPerDistrict);
        (int province, int district) = Math.DivRem(rest, DistrictsPerProvince);
        Region = RegionId.Parse($"{ProvinceFirst + province:D2}{district + 1:D2}{subdistrict + 1:D2}");
        Station = StationId.Parse($"flood-{number:D4}");
        Topic = Encoding.ASCII.GetBytes(Topics.Of(Region, Station, Topics.Readings));
        Phone = $"6681{number:D7}";
    }

    public RegionId Region { get; }

    public StationId Station { get; }

    public byte[] Topic { get; }

    /// <summary>The number of the one subscriber of the subdistrict, without the plus sign.</summary>
    public string Phone { get; }

    /// <summary>What was heard before: the river is over its bank, but not for long enough.</summary>
    public byte[] PackBefore(DateTimeOffset now) => Encode(
        1, now, [.. Before.Select(b => Of(now.AddMinutes(-b.MinutesAgo), b.Metres))]);

    /// <summary>The reading that makes the hold long enough.</summary>
    public byte[] PackThatTriggers(DateTimeOffset now) => Encode(2, now, [Of(now, 5.08)]);

    private static Reading Of(DateTimeOffset takenAt, double metres) =>
        new(WaterLevel, DateTimeOffset.FromUnixTimeSeconds(takenAt.ToUnixTimeSeconds()), metres, QualityFlag.NotEvaluated);

    private byte[] Encode(long sequence, DateTimeOffset now, Reading[] readings) => PackEncoder.Encode(
        new Pack(Station, Outbox, sequence, "boot1", now, TimeSpan.Zero, readings), PackCompression.None);
}
