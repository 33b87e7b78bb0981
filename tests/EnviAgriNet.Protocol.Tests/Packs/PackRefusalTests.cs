using System.IO.Compression;
using System.Text;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol.Tests.Packs;

public sealed class PackRefusalTests
{
    private const string Head = "\"bn\":\"urn:eag:cm-01:\",\"bt\":1772366000,\"seq\":7";

    /// <summary>A record that breaks one rule stands between two good ones: it alone is refused.</summary>
    [Theory]
    [InlineData("""{"n":"pm26","v":1}""", PackRule.BadName)]
    [InlineData("""{"n":"pm25:x","v":1}""", PackRule.BadName)]
    [InlineData("""{"n":"","v":1}""", PackRule.BadName)]
    [InlineData("""{"v":1}""", PackRule.BadName)]
    [InlineData("""{"n":"pm25\u0000","v":1}""", PackRule.BadName)]
    [InlineData("""{"n":"pm25","u":"mg/m3","v":1}""", PackRule.WrongUnit)]
    [InlineData("""{"n":"pm25"}""", PackRule.NoValue)]
    [InlineData("""{"n":"pm25","vs":"12"}""", PackRule.NoValue)]
    [InlineData("""{"n":"pm25","vb":true}""", PackRule.NoValue)]
    [InlineData("""{"n":"pm25","s":12}""", PackRule.NoValue)]
    [InlineData("""{"n":"pm25","v":1,"vs":"1"}""", PackRule.TwoValues)]
    [InlineData("""{"n":"pm25","vb":true,"vs":"1"}""", PackRule.TwoValues)]
    [InlineData("""{"n":"pm25","v":1,"v":2}""", PackRule.TwoValues)]
    [InlineData("""{"n":"pm25","v":1e999}""", PackRule.NotFinite)]
    [InlineData("""{"n":"pm25","v":-1e999}""", PackRule.NotFinite)]
    [InlineData("""{"n":"pm25","bv":1e308,"v":1e308}""", PackRule.NotFinite)]
    [InlineData("""{"n":"pm25","v":"NaN"}""", PackRule.BadField)]
    [InlineData("""{"n":"pm25","v":"12"}""", PackRule.BadField)]
    [InlineData("""{"n":"pm25","v":null}""", PackRule.BadField)]
    [InlineData("""{"n":"pm25","v":{"x":[1,{"y":2}]}}""", PackRule.BadField)]
    [InlineData("""{"n":25,"v":1}""", PackRule.BadField)]
    [InlineData("""{"n":"pm25","n":"pm10","v":1}""", PackRule.BadField)]
    [InlineData("""{"n":"pm25","t":"0","v":1}""", PackRule.BadField)]
    [InlineData("""{"n":"pm25","t":1e30,"v":1}""", PackRule.BadTime)]
    [InlineData("""{"n":"pm25","t":999999999999,"v":1}""", PackRule.BadTime)]
    [InlineData("""{"n":"pm25","bt":268435455,"v":1}""", PackRule.InFuture)]
    [InlineData("""{"n":"pm25","t":86400,"v":1}""", PackRule.InFuture)]
    [InlineData("""{"n":"pm25","v":1,"q":9}""", PackRule.BadQuality)]
    [InlineData("""{"n":"pm25","v":1,"q":0}""", PackRule.BadQuality)]
    [InlineData("""{"n":"pm25","v":1,"future_":1}""", PackRule.UnknownMandatoryLabel)]
    [InlineData("""{"n":"pm25","v":1,"bver":11}""", PackRule.BadVersion)]
    public void Decode_OneBadRecord_CostsOnlyItself(string bad, PackRule rule)
    {
        DecodedPack decoded = PackSamples.Decode(
            $$"""[{{{Head}},"n":"pm25","v":1},{{bad}},{"bt":1772366000,"bv":0,"n":"pm10","t":1,"v":2}]""");

        Assert.NotNull(decoded.Pack);
        Assert.Equal(["pm25", "pm10"], decoded.Pack.Readings.Select(r => r.Series.Text));
        Refusal refusal = Assert.Single(decoded.Refusals);
        Assert.Equal((1, rule), (refusal.Record, refusal.Rule));
        Assert.True(refusal.Detail.Length is > 10 and <= 200, refusal.Detail);
    }

    [Fact]
    public void Decode_NameOfAnotherStation_IsRefusedWithItsFollowers()
    {
        DecodedPack decoded = PackSamples.Decode(
            $$"""[{{{Head}},"n":"pm25","v":1},{"bn":"urn:eag:cm-02:","n":"pm10","v":2},{"n":"rain","v":0}]""");
        Assert.Single(decoded.Pack!.Readings);
        Assert.Equal([PackRule.WrongStation, PackRule.WrongStation], decoded.Refusals.Select(r => r.Rule));
    }

    [Theory]
    [InlineData("", PackRule.NotJson, null)]
    [InlineData("{}", PackRule.NotSenml, null)]
    [InlineData("[]", PackRule.Empty, null)]
    [InlineData("[1]", PackRule.NotSenml, null)]
    [InlineData("[{}]", PackRule.BadSequence, null)]
    [InlineData("not json", PackRule.NotJson, null)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"seq\":0,\"n\":\"pm25\",\"v\":1}]", PackRule.BadSequence, null)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"seq\":1.5,\"n\":\"pm25\",\"v\":1}]", PackRule.BadSequence, null)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"seq\":9007199254740992,\"n\":\"pm25\",\"v\":1}]", PackRule.BadSequence, null)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"seq\":7,\"box\":\"A B\",\"n\":\"pm25\",\"v\":1}]", PackRule.BadToken, null)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1772366000,\"seq\":7,\"n\":\"pm25\",\"v\":1},{\"n\":", PackRule.NotJson, 7L)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1772366000,\"seq\":7,\"n\":\"pm25\",\"v\":NaN}]", PackRule.NotJson, null)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1772366000,\"seq\":7,\"n\":\"pm25\",\"v\":1}] x", PackRule.NotJson, 7L)]
    [InlineData("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1772366000,\"seq\":7,\"n\":\"pm25\",\"v\":1},[]]", PackRule.NotSenml, 7L)]
    public void Decode_NoPackAtAll_IsRefusedWholeWithWhatCouldBeRead(string payload, PackRule rule, long? sequence)
    {
        DecodedPack decoded = PackSamples.Decode(payload);
        Assert.Null(decoded.Pack);
        Refusal refusal = Assert.Single(decoded.Refusals);
        Assert.Equal((-1, rule), (refusal.Record, refusal.Rule));
        Assert.Equal(sequence, decoded.Sequence);
    }

    [Fact]
    public void Decode_ThousandAndOneRecords_IsRefusedWithItsSequence()
    {
        string records = string.Concat(Enumerable.Range(1, Limits.PackReadingsMax).Select(i => $$""",{"n":"pm25","t":{{i / 100.0}},"v":1}"""));
        DecodedPack decoded = PackSamples.Decode($$"""[{{{Head}},"n":"pm25","v":1}{{records}}]""");
        Assert.Equal(PackRule.TooManyReadings, Assert.Single(decoded.Refusals).Rule);
        Assert.Equal(7, decoded.Sequence);
    }

    /// <summary>What the contract allows is allowed to the last byte, letter and millisecond, and nothing beyond it.</summary>
    [Fact]
    public void Decode_AtALimit_IsTakenAndBeyondItIsNot()
    {
        string pack = $$"""[{{{Head}},"n":"pm25","v":1}]""";
        Assert.NotNull(PackSamples.Decode(pack.PadRight(Limits.PackBytesMax)).Pack);
        Assert.Equal(PackRule.TooLarge, Assert.Single(PackSamples.Decode(pack.PadRight(Limits.PackBytesMax + 1)).Refusals).Rule);

        string box = new('a', Limits.TokenLengthMax);
        Assert.Equal(box, PackSamples.Decode($$"""[{{{Head}},"box":"{{box}}","n":"pm25","v":1}]""").Pack?.Outbox);
        Assert.Equal(PackRule.BadToken, Assert.Single(PackSamples.Decode($$"""[{{{Head}},"box":"{{box}}a","n":"pm25","v":1}]""").Refusals).Rule);

        // From 2 to the power of 28 on, a time is not relative to now any more.
        DecodedPack old = PackSamples.Decode("""[{"bn":"urn:eag:cm-01:","bt":268435456,"seq":7,"n":"pm25","v":1}]""");
        Assert.Equal(268435456, Assert.Single(old.Pack!.Readings).TakenAt.ToUnixTimeSeconds());

        long ahead = (PackSamples.Now + Limits.FutureMax).ToUnixTimeSeconds();
        DecodedPack edge = PackSamples.Decode(
            $$"""[{"bn":"urn:eag:cm-01:","bt":{{ahead}},"seq":7,"n":"pm25","v":1},{"n":"pm25","t":0.001,"v":1}]""");
        Assert.Equal(PackSamples.Now + Limits.FutureMax, Assert.Single(edge.Pack!.Readings).TakenAt);
        Assert.Equal((1, PackRule.InFuture), Assert.Single(edge.Refusals) is var refusal ? (refusal.Record, refusal.Rule) : default);
    }

    [Fact]
    public void Decode_BaseUnitOfAnotherQuantity_CostsThoseWithoutTheirOwn()
    {
        DecodedPack decoded = PackSamples.Decode(
            $$"""[{{{Head}},"bu":"mg/m3","n":"pm25","v":1},{"n":"pm10","u":"ug/m3","v":2}]""");
        Assert.Equal((0, PackRule.WrongUnit), Assert.Single(decoded.Refusals) is var refusal ? (refusal.Record, refusal.Rule) : default);
        Assert.Equal("pm10", Assert.Single(decoded.Pack!.Readings).Series.Text);
    }

    [Fact]
    public void Decode_DeeplyNested_IsRefusedUnread()
    {
        string deep = new string('[', 100_000 / 2) + new string(']', 100_000 / 2);
        Assert.Equal(PackRule.TooLarge, Assert.Single(PackSamples.Decode(deep).Refusals).Rule);
        deep = new string('[', 30_000) + new string(']', 30_000);
        Assert.Equal(PackRule.NotSenml, Assert.Single(PackSamples.Decode(deep).Refusals).Rule);
        string nestedValue = $$"""[{{{Head}},"n":"pm25","v":1},{"x":{{deep}}}]""";
        Assert.Equal(PackRule.NotJson, Assert.Single(PackSamples.Decode(nestedValue).Refusals).Rule);
    }

    [Fact]
    public void Decode_GzipBomb_IsRefusedAtTheLimit()
    {
        byte[] zeros = Gzip(new byte[32 * 1024 * 1024]);
        Assert.True(zeros.Length < Limits.PackBytesMax);
        DecodedPack decoded = new PackDecoder().Decode(zeros, PackSamples.Station, PackSamples.Now);
        Assert.Equal(PackRule.TooLarge, Assert.Single(decoded.Refusals).Rule);
    }

    [Fact]
    public void Decode_BrokenGzip_SaysSo()
    {
        byte[] good = Gzip(Encoding.UTF8.GetBytes($$"""[{{{Head}},"n":"pm25","v":1}]"""));
        good[12] ^= 0xFF;
        DecodedPack decoded = new PackDecoder().Decode(good, PackSamples.Station, PackSamples.Now);
        Assert.Null(decoded.Pack);
        Assert.Contains(Assert.Single(decoded.Refusals).Rule, new[] { PackRule.BadCompression, PackRule.NotJson });
    }

    [Fact]
    public void Decode_RelativeTime_IsTakenFromNetworkTime()
    {
        DecodedPack decoded = PackSamples.Decode("""[{"bn":"urn:eag:cm-01:","seq":1,"n":"pm25","t":-60,"v":1}]""");
        Assert.Equal(PackSamples.Now.AddMinutes(-1), Assert.Single(decoded.Pack!.Readings).TakenAt);
        decoded = new PackDecoder().Decode(
            Encoding.UTF8.GetBytes("""[{"bn":"urn:eag:cm-01:","seq":1,"n":"pm25","t":-60,"v":1}]"""), PackSamples.Station, null);
        Assert.Equal(PackRule.BadTime, Assert.Single(decoded.Refusals).Rule);
    }

    [Fact]
    public void Decode_BaseValuesAndUnits_AreAppliedAsTheRfcSays()
    {
        DecodedPack decoded = PackSamples.Decode(
            """[{"bn":"urn:eag:cm-01:air","bt":1772366000.5,"bu":"Cel","bv":10,"seq":1,"n":"_temperature","v":22.1},{"n":"_temperature:2","t":-10,"v":20,"note":{"a":[1]}}]""");
        Assert.Empty(decoded.Refusals);
        Assert.Equal([32.1, 30.0], decoded.Pack!.Readings.Select(r => r.Value));
        Assert.Equal(
            [DateTimeOffset.FromUnixTimeMilliseconds(1772366000500), DateTimeOffset.FromUnixTimeMilliseconds(1772365990500)],
            decoded.Pack.Readings.Select(r => r.TakenAt));
    }

    private static byte[] Gzip(byte[] plain)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
