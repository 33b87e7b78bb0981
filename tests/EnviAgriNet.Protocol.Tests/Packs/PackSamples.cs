using System.Text;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol.Tests.Packs;

internal static class PackSamples
{
    public static readonly StationId Station = StationId.Parse("cm-01");

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Pack Random(Random random, int count)
    {
        string[] names = ["pm25", "air_temperature", "soil_moisture:-0.3", "water_level/b", "rain"];
        DateTimeOffset time = Now.AddDays(-random.Next(1, 400)).AddMilliseconds(random.Next(0, 1000));
        List<Reading> readings = [];
        for (int i = 0; i < count; i++)
        {
            time = time.AddMilliseconds(random.Next(-5000, 60_000));
            double value = random.Next(3) switch
            {
                0 => random.Next(-1000, 1000) / 10.0,
                1 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 12)),
                _ => random.Next(),
            };
            QualityFlag quality = (QualityFlag)random.Next(1, 5);
            readings.Add(new Reading(SeriesName.Parse(names[random.Next(names.Length)]), Min(time, Now), value, quality)
            {
                Test = (QualityTest)random.Next(0, 12),
            });
        }

        return new Pack(
            Station, random.Next(2) == 0 ? string.Empty : "5f3a9c01", random.NextInt64(1, Limits.SequenceMax),
            random.Next(2) == 0 ? string.Empty : "7d1c-22", Now.AddSeconds(-random.Next(1000)),
            TimeSpan.FromMilliseconds(random.Next(2) == 0 ? 0 : random.Next(1, 100_000)), readings);
    }

    public static DecodedPack Decode(string json) => new PackDecoder().Decode(Encoding.UTF8.GetBytes(json), Station, Now);

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
