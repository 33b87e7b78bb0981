using System.Text;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>A message that uses every element of CAP 1.2.</summary>
internal static class CapMessages
{
    public static readonly DateTimeOffset Sent = new(2026, 3, 1, 7, 0, 0, TimeSpan.FromHours(7));

    public static CapAlert Full { get; } = new()
    {
        Identifier = "urn:oid:2.49.0.1.764.0.2026.3.1.0.0.0.1",
        Sender = "enviagrinet",
        Sent = Sent,
        Status = CapStatus.Actual,
        MessageType = CapMessageType.Update,
        Source = "test",
        Scope = CapScope.Private,
        Addresses = "one \"two three\"",
        Codes = ["a", "b"],
        Note = "note",
        References = "enviagrinet,urn:oid:2.49.0.1.764.0.2026.2.28.23.0.0.1,2026-03-01T06:00:00+07:00",
        Incidents = "one two",
        Infos = [Info("th-TH", "น้ำท่วม"), Info("en-US", "Flood")],
    };

    public static byte[] Bytes(CapAlert alert) => Encoding.UTF8.GetBytes(CapWriter.Write(alert));

    private static CapInfo Info(string language, string name) => new()
    {
        Language = language,
        Categories = [CapCategory.Met, CapCategory.Env],
        Event = name,
        ResponseTypes = [CapResponseType.Prepare, CapResponseType.Avoid],
        Urgency = CapUrgency.Expected,
        Severity = CapSeverity.Severe,
        Certainty = CapCertainty.Likely,
        Audience = "all",
        EventCodes = [new CapValue("OET:v1.2", "OET-081")],
        Effective = Sent,
        Onset = Sent.AddHours(1),
        Expires = Sent.AddHours(6),
        SenderName = "EnviAgriNet",
        Headline = name + " <&> \"x\"",
        Description = name + "\nline two",
        Instruction = "go",
        Web = "https://example.org/a?b=c&d=e",
        Contact = "1784",
        Parameters = [new CapValue("level", "3.2 m")],
        Resources =
        [
            new CapResource
            {
                Description = "picture", MimeType = "image/png", Size = 10, Uri = "https://example.org/p.png", DerefUri = "AA==",
                Digest = new string('a', 40),
            },
        ],
        Areas =
        [
            new CapArea
            {
                Description = "แม่ริม", Polygons = ["18,98 18,99 19,99 18,98"], Circles = ["18.5,98.5 10"],
                Geocodes = [new CapValue("ISO3166-2", "TH-50")], Altitude = 100.5m, Ceiling = 2000,
            },
        ],
    };
}
