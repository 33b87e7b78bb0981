using System.Text;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Protocol.Tests.Messages;

public sealed class MessageJsonTests
{
    [Fact]
    public void Receipt_RoundTrip_GivesTheDocumentedBytes()
    {
        Receipt receipt = new()
        {
            Outbox = "5f3a9c01d2e4b687",
            At = 1772366401.5,
            Stored = [[1, 41], [43, 43]],
            Rejected = [new Rejection { Sequence = 42, Rule = "not-json", Detail = "the payload is not JSON" }],
            Events = [3],
        };
        byte[] bytes = MessageJson.Encode(receipt);
        Assert.Equal(
            """{"box":"5f3a9c01d2e4b687","at":1772366401.5,"stored":[[1,41],[43,43]],"rejected":[{"seq":42,"rule":"not-json","detail":"the payload is not JSON"}],"events":[3]}""",
            Encoding.UTF8.GetString(bytes));
        Receipt? read = MessageJson.DecodeReceipt(bytes, out string? fault);
        Assert.Null(fault);
        Assert.Equal([1L, 41L], read!.Stored[0]);
        Assert.Equal(receipt.Rejected, read.Rejected);
    }

    [Fact]
    public void Event_Kind_TravelsInKebabCase()
    {
        StationEvent said = new() { Outbox = "b", Id = 5, Kind = StationEventKind.SegmentCorrupt, First = 3, Last = 9, Readings = 700 };
        string json = Encoding.UTF8.GetString(MessageJson.Encode(said));
        Assert.Contains("\"kind\":\"segment-corrupt\"", json, StringComparison.Ordinal);
        Assert.Equal(said, MessageJson.DecodeEvent(Encoding.UTF8.GetBytes(json), out _));
    }

    [Fact]
    public void Health_LastWill_IsOffline()
    {
        StationHealth? health = MessageJson.DecodeHealth("{\"state\":\"offline\"}"u8.ToArray(), out string? fault);
        Assert.Null(fault);
        Assert.Equal("offline", health!.State);
        Assert.Null(health.HoursLeft);
    }

    [Fact]
    public void Decode_FieldsLeftOut_AreEmptyAndNeverNull()
    {
        Receipt receipt = MessageJson.DecodeReceipt("{}"u8.ToArray(), out _)!;
        Assert.Equal(string.Empty, receipt.Outbox);
        Assert.Empty(receipt.Stored);
        Assert.Empty(receipt.Rejected);
        Assert.Empty(receipt.Events);
        Assert.Equal(string.Empty, MessageJson.DecodeEvent("{}"u8.ToArray(), out _)!.Reason);
        Assert.Equal("offline", MessageJson.DecodeHealth("{}"u8.ToArray(), out _)!.State);
        Assert.Empty(MessageJson.DecodeNotice("{}"u8.ToArray(), out _)!.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"stored\":null}")]
    [InlineData("{\"stored\":[[\"a\"]]}")]
    [InlineData("{\"box\":7}")]
    public void DecodeReceipt_NoReceipt_SaysWhy(string payload)
    {
        Assert.Null(MessageJson.DecodeReceipt(Encoding.UTF8.GetBytes(payload), out string? fault));
        Assert.False(string.IsNullOrEmpty(fault));
    }

    [Fact]
    public void DecodeReceipt_TooLarge_SaysTheLimit()
    {
        Assert.Null(MessageJson.DecodeReceipt(new byte[Limits.MessageBytesMax + 1], out string? fault));
        Assert.Contains("65536", fault, StringComparison.Ordinal);
    }
}
