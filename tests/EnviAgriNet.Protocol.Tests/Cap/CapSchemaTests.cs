using System.Text;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>The reader and the writer beside a schema that another validator holds.</summary>
public sealed class CapSchemaTests
{
    [Fact]
    public void Write_EveryElement_IsValidAndReadsBackTheSame()
    {
        byte[] bytes = CapMessages.Bytes(CapMessages.Full);

        Assert.Empty(CapSchema.FaultsOf(bytes));
        Assert.Empty(CapRules.Check(CapMessages.Full));
        Assert.Equivalent(CapMessages.Full, CapReader.Read(bytes).Alert, strict: true);
    }

    [Fact]
    public void Write_TextsThatXmlCannotCarry_AreStillADocument()
    {
        CapAlert odd = CapMessages.Full with { Note = "a\0b\uD800c\u0001 😀 ]]> <x>" };

        Assert.Equal("a\uFFFDb\uFFFDc\uFFFD 😀 ]]> <x>", CapReader.Read(CapMessages.Bytes(odd)).Alert!.Note);
    }

    // Both refuse; ours names the element.
    [Theory]
    [InlineData("<status>Actual</status>", "<status>Actual </status>", "alert/status")]
    [InlineData("<status>Actual</status>", "<status x=\"1\">Actual</status>", "alert/status")]
    [InlineData("<status>Actual</status>", "text<status>Actual</status>", "alert")]
    [InlineData("<status>Actual</status>", "<status/>", "alert/status")]
    [InlineData("<code>a</code>", "<code><b>a</b></code>", "alert/code")]
    [InlineData("<code>a</code>", "<code xmlns=\"urn:other\">a</code>", "alert/code")]
    [InlineData("<language>en-US</language>", "<language>english (us)</language>", "alert/info[2]/language")]
    [InlineData("<language>en-US</language>", "<language></language>", "alert/info[2]/language")]
    [InlineData("<size>10</size>", "<size>10.5</size>", "alert/info[1]/resource[1]/size")]
    [InlineData("<size>10</size>", "<size>1,000</size>", "alert/info[1]/resource[1]/size")]
    [InlineData("<altitude>100.5</altitude>", "<altitude>1e2</altitude>", "alert/info[1]/area[1]/altitude")]
    [InlineData("<altitude>100.5</altitude>", "<altitude>1,000</altitude>", "alert/info[1]/area[1]/altitude")]
    [InlineData("<ceiling>2000</ceiling>", "<ceiling/>", "alert/info[1]/area[1]/ceiling")]
    [InlineData("<sent>2026-03-01T07:00:00+07:00", "<sent>2026-03-01T07:00:00.0+07:00", "alert/sent")]
    [InlineData("<sent>2026-03-01T07:00:00+07:00", "<sent>2026-02-30T07:00:00+07:00", "alert/sent")]
    [InlineData("<sent>2026-03-01T07:00:00+07:00", "<sent>2026-03-01T07:00:00,07:00", "alert/sent")]
    [InlineData("</alert>", "<extra/></alert>", "alert/extra")]
    [InlineData("</alert>", "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/><note>late</note></alert>", "alert/note")]
    public void Read_AgainstTheSchema_IsRefusedAsTheSchemaRefusesIt(string from, string to, string element)
    {
        string text = CapWriter.Write(CapMessages.Full);
        Assert.Contains(from, text, StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(CapReader.Read(bytes).Faults, f => f.Element == element);
        Assert.NotEmpty(CapSchema.FaultsOf(bytes));
    }

    [Theory]
    [InlineData("utf-16", 0)]
    [InlineData("utf-16BE", 0)]
    [InlineData("iso-8859-1", 0)]
    [InlineData("utf-8", 3)]
    public void Read_OtherEncodings_AreRead(string encoding, int bom)
    {
        string text = CapWriter.Write(CapMessages.Full with { Infos = [] }).Replace("utf-8", encoding, StringComparison.Ordinal);
        Encoding coder = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. bom > 0 || encoding.StartsWith("utf-16", StringComparison.Ordinal) ? coder.GetPreamble() : [], .. coder.GetBytes(text)];

        Assert.Empty(CapReader.Read(bytes).Faults);
    }

    [Fact]
    public void Read_BeyondTheLimits_IsRefusedAndNamed()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        AssertRefused(deep, "deeper");
        AssertRefused($"<a>{string.Concat(Enumerable.Repeat("<b/>", 60_000))}</a>", "elements");
        AssertRefused($"<a {string.Join(' ', Enumerable.Range(0, 40).Select(i => $"x{i}=\"\""))}/>", "attributes");
        AssertRefused("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "document type declaration");
        AssertRefused("<a>&x;</a>", "well-formed");
        AssertRefused("<?xml version=\"1.0\" encoding=\"utf-7\"?><a/>", "encoding");
        AssertRefused(string.Empty, "well-formed");
    }

    [Fact]
    public void Read_EndlesslyWrong_NamesAHundredFaults()
    {
        string text = CapWriter.Write(CapMessages.Full)
            .Replace("</alert>", string.Concat(Enumerable.Repeat("<x/>", 20_000)) + "</alert>", StringComparison.Ordinal);

        Assert.Equal(100, CapReader.Read(Encoding.UTF8.GetBytes(text)).Faults.Count);
    }

    private static void AssertRefused(string text, string reason)
    {
        CapFault fault = CapReader.Read(Encoding.UTF8.GetBytes(text)).Faults[0];
        Assert.Equal("document", fault.Element);
        Assert.Contains(reason, fault.Rule, StringComparison.Ordinal);
    }
}
