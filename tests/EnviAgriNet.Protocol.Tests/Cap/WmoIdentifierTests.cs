using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>Vectors: the rules of wmo-raf/cap-composer.</summary>
public sealed class WmoIdentifierTests
{
    [Theory]
    [InlineData("2.49.0.1.231.0", true)]
    [InlineData("2.49.0.1.764.0", true)]
    [InlineData("2.49.0.2.231.0", false)]
    [InlineData("2.49.0.1.231", false)]
    [InlineData("2.49.0.1.x.0", false)]
    [InlineData("2.49.0.1.231.0.1", false)]
    [InlineData("2.49.0.1.0231.0", false)]
    public void IsAuthority_SixNumbersOfTheArc_AreOne(string text, bool isAuthority) =>
        Assert.Equal(isAuthority, WmoIdentifier.IsAuthority(text));

    [Fact]
    public void ToString_Time_IsUtcWithoutPadding()
    {
        WmoIdentifier identifier = new("2.49.0.1.764.0", CapMessages.Sent, 1);

        Assert.Equal("urn:oid:2.49.0.1.764.0.2026.3.1.0.0.0.1", identifier.ToString());
        Assert.True(WmoIdentifier.TryParse(identifier.ToString(), out WmoIdentifier? again));
        Assert.Equal(identifier with { Sent = CapMessages.Sent.ToUniversalTime() }, again);
        Assert.True(WmoIdentifier.TryParse("urn:oid:2.49.0.1.764.0.2026.3.1.0.0.0", out again));
        Assert.Null(again.Serial);
    }

    [Theory]
    [InlineData("urn:oid:2.49.0.1.764.0.2026.03.1.0.0.0")]
    [InlineData("urn:oid:2.49.0.1.764.0.2026.2.30.0.0.0")]
    [InlineData("urn:oid:2.49.0.1.764.0.2026.3.1.24.0.0")]
    [InlineData("urn:oid:2.49.0.1.764.0.2026.3.1")]
    [InlineData("2.49.0.1.764.0.2026.3.1.0.0.0")]
    [InlineData("TMD20260924064853_2")]
    public void TryParse_OtherForms_AreNone(string text) => Assert.False(WmoIdentifier.TryParse(text, out _));
}
