using System.Net;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Platforms;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>Feeds, foreign alerts and passing on, over HTTP.</summary>
public sealed class FeedEndpointsTests
{
    [Fact]
    public async Task ForeignAlert_IsShownPassedOnByATokenAndThenInTheFeed()
    {
        await using CloudRoom cloud = new();
        await cloud.StartAsync();
        using HttpClient http = new() { BaseAddress = cloud.Address };
        OfficerBook officers = cloud.Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer("boss", new HashSet<Role> { Role.Admin }), null));
        Assert.Null(officers.Add(new Officer("malee", new HashSet<Role> { Role.Releaser }), "boss"));
        string token = officers.NewToken("malee", "boss").Token!;
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CapAlert alert = IncomingRoom.Alert() with { Sent = now };
        alert = alert with { Infos = [alert.Infos[0] with { Expires = now.AddHours(2) }] };
        CapSource source = new() { Name = "tmd", TrustUnsigned = true };
        long number = cloud.Get<IncomingBook>().Take(source, "u", IncomingRoom.Bytes(alert), [], now).Number;

        using JsonDocument view = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/alerts", UriKind.Relative)));
        JsonElement shown = view.RootElement.GetProperty("alerts").EnumerateArray().Single();
        Assert.Equal(("tmd", "50", "Foreign"), (Text(shown, "source"), Text(shown, "region"), Text(shown, "state")));
        byte[] raw = await http.GetByteArrayAsync(new Uri(Text(shown, "cap")!, UriKind.Relative));
        Assert.Equal(IncomingRoom.Bytes(alert), raw);

        Uri pass = new($"/api/cap/incoming/{number}/pass?region=50", UriKind.Relative);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(pass, null)).StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(pass, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await http.PostAsync(pass, null)).StatusCode);

        HttpResponseMessage feed = await http.GetAsync(new Uri("/cap/feed.atom?province=50", UriKind.Relative));
        Assert.Equal("application/atom+xml", feed.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<cap:identifier>urn:oid:2.49.0.1.764.0.", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(feed.Content.Headers.LastModified);
        using HttpRequestMessage byTag = new(HttpMethod.Get, feed.RequestMessage!.RequestUri);
        byTag.Headers.IfNoneMatch.Add(feed.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(byTag)).StatusCode);
        using HttpRequestMessage byTime = new(HttpMethod.Head, feed.RequestMessage.RequestUri);
        byTime.Headers.IfModifiedSince = feed.Content.Headers.LastModified;
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(byTime)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(new Uri("/cap/feed.rss?province=5001", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/cap/nothing.xml", UriKind.Relative))).StatusCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
