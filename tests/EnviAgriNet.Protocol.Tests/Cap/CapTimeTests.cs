using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>Vectors: CapDateUtilTest and CapUtilTest of google/cap-library.</summary>
public sealed class CapTimeTests
{
    [Theory]
    [InlineData("2003-04-02T14:39:01-05:00", -300)]
    [InlineData("2003-04-02T14:39:01+05:00", 300)]
    [InlineData("2003-04-02T14:39:01+01:29", 89)]
    [InlineData("2003-04-02T14:39:01-00:00", 0)]
    public void TryParse_Valid_HasItsOffset(string text, int offsetMinutes)
    {
        Assert.True(CapTime.TryParse(text, out DateTimeOffset time));
        Assert.Equal(offsetMinutes, time.Offset.TotalMinutes);
        Assert.Equal(text, CapTime.Format(time));
    }

    [Theory]
    [InlineData("2003-04-02T14:39:61-05:00")]
    [InlineData("2003-04-02 14:39:01-05:00")]
    [InlineData("2003-04-02T14:39:01-24:00")]
    [InlineData("2003-04-02T14:39:01-05:61")]
    [InlineData("2003-04-02T14:39:01-24:000")]
    [InlineData("2003-04-02T14:39:01Z")]
    [InlineData("2003-04-02T14:39:01.5-05:00")]
    [InlineData("2003-04-02T14:39:01,05:00")]
    [InlineData("2003-99-02T14:39:01-05:00")]
    [InlineData("2003-02-30T14:39:01-05:00")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    [InlineData("9999-12-31T23:59:59-05:00")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_Invalid_IsRefused(string? text) => Assert.False(CapTime.TryParse(text, out _));

    [Fact]
    public void Reference_Vectors_AreReadAndWritten()
    {
        Assert.True(CapReference.TryParse(
            "trinet@caltech.edu,TRI13970876.1,2003-06-11T20:30:00-07:00", out CapReference? reference));
        Assert.Equal("TRI13970876.1", reference.Identifier);
        Assert.False(CapReference.TryParse("foobar", out _));
        Assert.False(CapReference.TryParse("trinet@caltech.edu,TRI13970876.1,2003-99-11T20:30:00-07:00", out _));
        Assert.Equal(
            "sender,past:event:id,2012-10-28T12:00:01-00:00",
            new CapReference("sender", "past:event:id", new(2012, 10, 28, 12, 0, 1, TimeSpan.Zero)).ToString());
    }
}
