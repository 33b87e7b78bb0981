using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol.Tests.Packs;

public sealed class PackRoundTripTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Decode_WhatWasEncoded_IsTheSamePack(int seed)
    {
        Random random = new(seed);
        Pack pack = PackSamples.Random(random, random.Next(1, 200));
        PackCompression compression = (PackCompression)random.Next(2);

        DecodedPack decoded = new PackDecoder().Decode(
            PackEncoder.Encode(pack, compression), pack.Station, PackSamples.Now);

        Assert.True(decoded.Pack is not null, $"seed {seed}: {string.Join("; ", decoded.Refusals)}");
        Assert.Empty(decoded.Refusals);
        Assert.Equal(pack.Readings, decoded.Pack.Readings);
        Assert.Equal(pack with { Readings = [] }, decoded.Pack with { Readings = [] });
    }

    [Fact]
    public void Encode_ThousandReadingsOfADay_TakesUnderEightBytesEach()
    {
        Random random = new(7);
        string[] names =
        [
            "pm25", "pm10", "air_temperature", "humidity", "pressure", "wind_speed", "wind_direction", "rain", "water_level",
            "soil_moisture:-0.1", "soil_moisture:-0.3", "soil_temperature:-0.1", "battery", "signal", "solar_irradiance",
            "wind_gust", "o3", "co", "no2", "so2",
        ];
        List<Core.Readings.Reading> readings = [];
        foreach (string name in names)
        {
            double value = random.Next(200, 900) / 10.0;
            for (int minute = 0; minute < 50; minute++)
            {
                value += random.Next(-5, 6) / 10.0;
                readings.Add(new(
                    Core.Readings.SeriesName.Parse(name), PackSamples.Now.AddMinutes(minute - 60), Math.Round(value, 1),
                    Core.Readings.QualityFlag.Pass));
            }
        }

        byte[] bytes = PackEncoder.Encode(
            PackSamples.Random(random, 1) with { Readings = readings }, PackCompression.Gzip);
        Assert.True(bytes.Length < 8 * readings.Count, $"{bytes.Length / (double)readings.Count:0.00} bytes per reading");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Limits.PackReadingsMax + 1)]
    public void Encode_CountOutsideTheLimit_IsTheMakersError(int count)
    {
        Pack pack = PackSamples.Random(new Random(1), Math.Max(1, count));
        Assert.Throws<ArgumentException>(() =>
            PackEncoder.Encode(count == 0 ? pack with { Readings = [] } : pack, PackCompression.None));
    }
}
