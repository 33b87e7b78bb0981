using System.Globalization;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Channels.WebPush;

namespace EnviAgriNet.Cloud.Tests.Channels.WebPush;

public sealed class PushPayloadTests
{
    [Fact]
    public void Encode_Short_IsWhole()
    {
        PushPayload payload = new() { Title = "น้ำท่วม", Body = "ขึ้นที่สูง", Event = "e" };

        PushPayload read = Read(payload.Encode(PushLimits.PayloadBytesMax));

        Assert.Equal((payload.Title, payload.Body, false), (read.Title, read.Body, read.HasMore));
    }

    [Fact]
    public void Encode_AnyLength_FitsAndIsCutBetweenGraphemesOnly()
    {
        const string Alphabet = "กำน้ำท่วมที่นี่ ABC 12 😀\"\n";
        const int Seed = 3993;
        Random random = new(Seed);
        string[] graphemes = [.. Graphemes(Alphabet)];
        for (int round = 0; round < 300; round++)
        {
            string body = string.Concat(Enumerable.Range(0, random.Next(1, 900)).Select(_ => graphemes[random.Next(graphemes.Length)]));
            int most = random.Next(400, PushLimits.PayloadBytesMax);
            byte[] bytes = new PushPayload { Title = "น้ำท่วม", Body = body, Event = "e" }.Encode(most);
            PushPayload read = Read(bytes);
            string at = $"seed {Seed}, round {round}";
            Assert.True(bytes.Length <= most, at);
            if (!read.HasMore)
            {
                Assert.Equal(body, read.Body);
                continue;
            }

            Assert.EndsWith("…", read.Body, StringComparison.Ordinal);
            string kept = read.Body[..^1];
            Assert.True(body.StartsWith(kept, StringComparison.Ordinal), at);
            string[] before = [.. Graphemes(body)];
            Assert.True(Graphemes(kept).SequenceEqual(before.Take(Graphemes(kept).Count())), at);
        }
    }

    [Theory]
    [InlineData("Extreme", false, "high")]
    [InlineData("Severe", false, "high")]
    [InlineData("Severe", true, "normal")]
    [InlineData("Moderate", false, "normal")]
    [InlineData("Minor", false, "low")]
    public void Urgency_FollowsSeverity(string severity, bool isAllClear, string urgency) =>
        Assert.Equal(urgency, PushClient.UrgencyOf(severity, isAllClear));

    [Fact]
    public void Topic_AnyEvent_IsWhatThePushServicesTake()
    {
        string topic = PushClient.TopicOf("5001-haze-20260301T0500");

        Assert.Matches("^[A-Za-z0-9_-]{32}$", topic);
        Assert.NotEqual(topic, PushClient.TopicOf("5001-haze-20260301T0600"));
    }

    private static PushPayload Read(byte[] bytes) => JsonSerializer.Deserialize<PushPayload>(Encoding.UTF8.GetString(bytes))!;

    private static IEnumerable<string> Graphemes(string text)
    {
        TextElementEnumerator all = StringInfo.GetTextElementEnumerator(text);
        while (all.MoveNext())
        {
            yield return all.GetTextElement();
        }
    }
}
