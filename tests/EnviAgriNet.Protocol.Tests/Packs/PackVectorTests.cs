using System.Text;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol.Tests.Packs;

/// <summary>The bytes that docs/protocol.md shows. A change here is a change of the protocol.</summary>
public sealed class PackVectorTests
{
    private const string Plain =
        """[{"bn":"urn:eag:cm-01:","bt":1772366400,"box":"5f3a9c01d2e4b687","seq":42,"boot":"7d1c22aa","heard":1772366401.25,"tu":0.5,"n":"pm25","v":87.5,"q":1},{"n":"pm25","t":60,"v":88},{"n":"soil_moisture:-0.3","t":-0.001,"v":31.25,"q":3}]""";

    private static Pack Sample => new(
        PackSamples.Station, "5f3a9c01d2e4b687", 42, "7d1c22aa",
        DateTimeOffset.FromUnixTimeMilliseconds(1772366401250), TimeSpan.FromSeconds(0.5),
        [
            new(SeriesName.Parse("pm25"), DateTimeOffset.FromUnixTimeSeconds(1772366400), 87.5, QualityFlag.Pass),
            new(SeriesName.Parse("pm25"), DateTimeOffset.FromUnixTimeSeconds(1772366460), 88, QualityFlag.NotEvaluated),
            new(SeriesName.Parse("soil_moisture:-0.3"), DateTimeOffset.FromUnixTimeMilliseconds(1772366399999), 31.25, QualityFlag.Suspect),
        ]);

    [Fact]
    public void Encode_Sample_GivesTheDocumentedBytes() =>
        Assert.Equal(Plain, Encoding.UTF8.GetString(PackEncoder.Encode(Sample, PackCompression.None)));

    [Fact]
    public void Encode_ReadingWithATest_NamesIt()
    {
        Pack judged = Sample with { Readings = [Sample.Readings[2] with { Test = QualityTest.Spike }] };
        Assert.EndsWith(
            "\"q\":3,\"qt\":\"spike\"}]",
            Encoding.UTF8.GetString(PackEncoder.Encode(judged, PackCompression.None)));
    }

    [Theory]
    [InlineData("\"spike\"", QualityTest.Spike)]
    [InlineData("\"rate_of_change\"", QualityTest.RateOfChange)]
    [InlineData("\"sensor_doubt\"", QualityTest.SensorDoubt)]
    [InlineData("\"a_test_of_next_year\"", QualityTest.None)]
    [InlineData("\"Spike\"", QualityTest.None)]
    [InlineData("\"\"", QualityTest.None)]
    public void Decode_TestName_IsReadOrPassedOver(string name, QualityTest expected)
    {
        DecodedPack decoded = PackSamples.Decode(
            $$"""[{"bn":"urn:eag:cm-01:","bt":1772366400,"seq":1,"n":"pm25","v":1,"q":3,"qt":{{name}}},{"n":"pm10","v":1}]""");
        Assert.Empty(decoded.Refusals);
        Assert.Equal([(QualityFlag.Suspect, expected), (QualityFlag.NotEvaluated, QualityTest.None)],
            decoded.Pack!.Readings.Select(r => (r.Quality, r.Test)));
    }

    [Fact]
    public void Decode_DocumentedGzip_GivesTheSample()
    {
        byte[] gzip = Convert.FromBase64String(File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "Vectors", "pack-cm-01-42.json.gz.base64")).Trim());
        DecodedPack decoded = new PackDecoder().Decode(gzip, PackSamples.Station, PackSamples.Now.AddHours(1));
        Assert.Empty(decoded.Refusals);
        Assert.Equal(Sample.Readings, decoded.Pack!.Readings);
        Assert.Equal(Sample with { Readings = [] }, decoded.Pack with { Readings = [] });
    }

    /// <summary>Packs of RFC 8428 section 5, with our base name and sequence number put in front.</summary>
    [Fact]
    public void Decode_RfcShapes_AreRead()
    {
        DecodedPack decoded = PackSamples.Decode(
            """[{"bn":"urn:eag:cm-01:","bt":1.276020076001e+09,"bver":10,"seq":3,"n":"battery","u":"V","v":12.1},{"n":"battery","t":-5,"v":12.2},{"n":"battery","t":-4,"v":1.3e1}]""");
        Assert.Empty(decoded.Refusals);
        Assert.Equal(
            [(1276020076001L, 12.1), (1276020071001L, 12.2), (1276020072001L, 13.0)],
            decoded.Pack!.Readings.Select(r => (r.TakenAt.ToUnixTimeMilliseconds(), r.Value)));
    }
}
