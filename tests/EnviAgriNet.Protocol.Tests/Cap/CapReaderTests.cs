using System.Text;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Protocol.Tests.Cap;

public sealed class CapReaderTests
{
    private const string Minimal = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>s</sender>
        <sent>2026-03-01T07:00:00+07:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
        <info><category>Met</category><event>Flood</event><urgency>Expected</urgency><severity>Severe</severity>
        <certainty>Likely</certainty><area><areaDesc>Mae Rim</areaDesc></area></info></alert>
        """;

    [Fact]
    public void Read_Minimal_IsReadAndKeepsTheRules()
    {
        CapReadResult result = Read(Minimal);

        Assert.Empty(result.Faults);
        Assert.Equal(CapSeverity.Severe, result.Alert!.Infos[0].Severity);
        Assert.Empty(CapRules.Check(result.Alert));
    }

    [Theory]
    [InlineData("<status>Actual</status>", "<status>actual</status>", "alert/status")]
    [InlineData("<status>Actual</status>", "<status>0</status>", "alert/status")]
    [InlineData("<status>Actual</status>", "<status>Actual, Draft</status>", "alert/status")]
    [InlineData("<status>Actual</status>", "", "alert/status")]
    [InlineData("<status>Actual</status>", "<status>Actual</status><status>Actual</status>", "alert/status")]
    [InlineData("<scope>Public</scope>", "", "alert/scope")]
    [InlineData("<sender>s</sender>", "<sender>s</sender><extra/>", "alert/extra")]
    [InlineData("<sender>s</sender>", "<sender><b>s</b></sender>", "alert/sender")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><source>late</source>", "alert/source")]
    [InlineData("+07:00</sent>", "Z</sent>", "alert/sent")]
    [InlineData("<category>Met</category>", "", "alert/info[1]/category")]
    [InlineData("<event>Flood</event>", "<responseType>Run</responseType><event>Flood</event>", "alert/info[1]/responseType")]
    [InlineData("<areaDesc>Mae Rim</areaDesc>", "", "alert/info[1]/area[1]/areaDesc")]
    [InlineData("</areaDesc>", "</areaDesc><geocode><value>1</value></geocode>", "alert/info[1]/area[1]/geocode[1]/valueName")]
    [InlineData("</areaDesc>", "</areaDesc><altitude>high</altitude>", "alert/info[1]/area[1]/altitude")]
    [InlineData("cap:1.2", "cap:1.1", "alert")]
    [InlineData("</alert>", "", "document")]
    [InlineData("<alert", "<!DOCTYPE alert [<!ENTITY a \"b\">]><alert", "document")]
    public void Read_OneThingWrong_NamesTheElement(string from, string to, string element)
    {
        CapReadResult result = Read(Minimal.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(result.Alert);
        Assert.Contains(result.Faults, f => f.Element == element);
    }

    [Fact]
    public void Read_TooLong_IsRefusedUnread() =>
        Assert.Equal("document", Assert.Single(CapReader.Read(new byte[CapReader.BytesMax + 1]).Faults).Element);

    [Fact]
    public void Read_BytesChangedAtRandom_NeverThrows()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Minimal);
        for (int seed = 0; seed < 2000; seed++)
        {
            Random random = new(seed);
            byte[] changed = (byte[])bytes.Clone();
            for (int i = random.Next(1, 8); i > 0; i--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            Exception? fault = Record.Exception(() =>
            {
                if (CapReader.Read(changed).Alert is { } alert)
                {
                    CapRules.Check(alert);
                    CapRules.CheckPublicFeed(alert);
                }
            });
            Assert.True(fault is null, $"seed {seed}: {fault}");
        }
    }

    private static CapReadResult Read(string text) => CapReader.Read(Encoding.UTF8.GetBytes(text));
}
