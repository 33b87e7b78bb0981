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
    public void Event_Acknowledgement_GivesTheDocumentedBytes()
    {
        StationEvent told = new()
        {
            Outbox = "5f3a9c01d2e4b687",
            Id = 4,
            Kind = StationEventKind.AlertAcknowledged,
            At = 1772366461.5,
            Alert = "urn:oid:2.49.0.1.764.0.2026.3.1.12.0.0",
            Reason = "acknowledged by head",
        };
        Assert.Equal(
            """{"box":"5f3a9c01d2e4b687","id":4,"kind":"alert-acknowledged","at":1772366461.5,"first":0,"last":0,"readings":0,"alert":"urn:oid:2.49.0.1.764.0.2026.3.1.12.0.0","reason":"acknowledged by head"}""",
            Encoding.UTF8.GetString(MessageJson.Encode(told)));
    }

    [Fact]
    public void Event_KindOfANewerStation_IsTakenWithoutIt()
    {
        StationEvent? told = MessageJson.DecodeEvent("""{"box":"b","id":7,"kind":"moon-eclipse","reason":"dark"}"""u8.ToArray(), out string? fault);
        Assert.Null(fault);
        Assert.Equal((7L, StationEventKind.None, "dark"), (told!.Id, told.Kind, told.Reason));
        Assert.Null(MessageJson.DecodeEvent("""{"id":7,"kind":["alert-shown"]}"""u8.ToArray(), out _));
    }

    [Fact]
    public void Notice_WithAndWithoutVoiceAndInstruction_IsReadByOldAndNew()
    {
        AlertNotice notice = new()
        {
            EventId = "E1",
            Identifier = "a",
            Version = 1,
            Severity = "Severe",
            Siren = true,
            Text = new Dictionary<string, string> { ["en"] = "x" },
            Expires = 5,
        };
        const string Old = """{"event":"E1","id":"a","version":1,"type":"Alert","severity":"Severe","siren":true,"text":{"en":"x"},"expires":5}""";
        Assert.Equal(Old, Encoding.UTF8.GetString(MessageJson.Encode(notice)));
        Assert.Null(MessageJson.DecodeNotice(Encoding.UTF8.GetBytes(Old), out _)!.Voice);
        Assert.Equal(
            Old.Replace("\"expires\"", "\"voice\":\"haze-severe\",\"expires\"", StringComparison.Ordinal),
            Encoding.UTF8.GetString(MessageJson.Encode(notice with { Voice = "haze-severe" })));
        Assert.Null(MessageJson.DecodeNotice(Encoding.UTF8.GetBytes(Old), out _)!.Instruction);
        Assert.Equal(
            Old.Replace("\"expires\"", "\"instruction\":{\"en\":\"go uphill\"},\"expires\"", StringComparison.Ordinal),
            Encoding.UTF8.GetString(MessageJson.Encode(notice with { Instruction = new Dictionary<string, string> { ["en"] = "go uphill" } })));
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
