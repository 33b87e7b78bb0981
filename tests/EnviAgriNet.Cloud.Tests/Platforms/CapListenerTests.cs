using System.Net;
using System.Text;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Protocol.Cap;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Cloud.Tests.Platforms;

/// <summary>A listener against a real web server that behaves and misbehaves.</summary>
public sealed class CapListenerTests : IAsyncLifetime
{
    private readonly IncomingRoom _room = new();
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly List<string> _asked = [];
    private WebApplication _server = null!;
    private CapFetch _fetch = null!;
    private Uri _home = null!;
    private string _tag = "\"1\"";
    private int _status = 200;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();
        _home = new Uri(_server.Urls.First());
        _fetch = new CapFetch(TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _fetch.Dispose();
        await _server.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task Step_AFeed_IsReadOnceAndThenAskedByItsTag()
    {
        CapAlert update = IncomingRoom.Next(IncomingRoom.Alert(), CapMessageType.Update, "a-2", 5);
        _files["/a-1.xml"] = IncomingRoom.Bytes(IncomingRoom.Alert());
        _files["/a-2.xml"] = IncomingRoom.Bytes(update);

        // The newest stands first, as feeds do; the update still finds what it names.
        _files["/feed"] = Rss("/a-2.xml", "/a-1.xml", "/weather", "https://elsewhere.example.org/x.xml", "file:///etc/passwd.xml");
        using CapListener listener = Listener();

        (IReadOnlyList<IncomingOutcome> outcomes, string? fault) = await listener.StepAsync(CancellationToken.None);
        Assert.Null(fault);
        Assert.Equal([IncomingVerdict.Accepted, IncomingVerdict.Accepted], outcomes.Select(o => o.Verdict));
        Assert.Equal("a-2", Assert.Single(_room.Book.Open(IncomingRoom.Now)).Identifier);
        Assert.Equal(["/feed", "/a-2.xml", "/a-1.xml"], _asked);

        Assert.Empty((await listener.StepAsync(CancellationToken.None)).Outcomes);
        Assert.Equal("/feed 304", _asked[^1]);
        _tag = "\"2\"";
        Assert.Empty((await listener.StepAsync(CancellationToken.None)).Outcomes);
        Assert.Equal(5, _asked.Count);
        Assert.Equal(TimeSpan.FromMinutes(1), listener.Pause);
    }

    [Fact]
    public async Task Step_AFileHalfWritten_IsFetchedAgainLater_AndNotForEver()
    {
        byte[] whole = IncomingRoom.Bytes(IncomingRoom.Alert());
        _files["/a-1.xml"] = whole[..(whole.Length / 2)];
        _files["/broken.xml"] = "<x/>"u8.ToArray();
        _files["/feed"] = Rss("/a-1.xml", "/broken.xml");
        using CapListener listener = Listener();

        Assert.All((await listener.StepAsync(CancellationToken.None)).Outcomes, o => Assert.Equal(IncomingVerdict.Refused, o.Verdict));
        _files["/a-1.xml"] = whole;
        Assert.Empty((await listener.StepAsync(CancellationToken.None)).Outcomes);
        for (int minute = 1; minute < 60; minute++)
        {
            _room.Time.Now = IncomingRoom.Now.AddMinutes(minute);
            await listener.StepAsync(CancellationToken.None);
        }

        Assert.Equal(2, _asked.Count(a => a == "/a-1.xml"));
        Assert.Equal(Limits.TriesMax, _asked.Count(a => a == "/broken.xml"));
        Assert.Single(_room.Book.Open(IncomingRoom.Now));
        Assert.Equal(2, _room.Book.Newest(9).Count);
        Assert.Equal("/feed 304", _asked[^1]);
    }

    [Fact]
    public async Task Step_AServerThatFails_IsAskedAtGrowingIntervals()
    {
        using CapListener listener = Listener();
        _status = 500;
        List<TimeSpan> pauses = [];
        for (int i = 0; i < 7; i++)
        {
            Assert.Equal("answers 500", (await listener.StepAsync(CancellationToken.None)).Fault);
            pauses.Add(listener.Pause);
        }

        Assert.Equal([2, 4, 8, 16, 30, 30, 30], pauses.Select(p => p.TotalMinutes));
        Assert.Equal("answers 500", Assert.Single(_room.Book.Looks()).Fault);
        _status = 302;
        Assert.Equal("answers 302", (await listener.StepAsync(CancellationToken.None)).Fault);
        _status = 200;
        _files["/feed"] = new byte[5 * 1024 * 1024];
        Assert.Contains("more than", (await listener.StepAsync(CancellationToken.None)).Fault, StringComparison.Ordinal);
        _files["/feed"] = "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>"u8.ToArray();
        Assert.Contains("document type", (await listener.StepAsync(CancellationToken.None)).Fault, StringComparison.Ordinal);
        _files["/feed"] = Rss();
        Assert.Null((await listener.StepAsync(CancellationToken.None)).Fault);
        Assert.Equal(TimeSpan.FromMinutes(1), listener.Pause);
    }

    [Fact]
    public void Validate_FaultySources_NamesEveryFault()
    {
        PlatformsOptions options = new();
        options.CapSources.Add(new CapSource { Name = "A", Url = "ftp://x", Poll = TimeSpan.Zero });
        options.CapSources.Add(new CapSource { Name = "b2", Url = "https://x", Certificate = "/nowhere.pem", Regions = { ["x"] = "abc" } });
        options.CapSources.Add(new CapSource { Name = "b2", Url = "https://x", TrustUnsigned = true });

        string[] faults = [.. new PlatformsCheck().Validate(null, options).Failures!];

        foreach (string part in (string[])["Name", "http or https", "Poll is", "needs a Certificate", "Certificate: ", "Regions:x", "2 times"])
        {
            Assert.Contains(faults, f => f.Contains(part, StringComparison.Ordinal));
        }
    }

    private CapListener Listener()
    {
        CapSource source = new() { Name = "tmd", Url = new Uri(_home, "/feed").AbsoluteUri, TrustUnsigned = true };
        return new CapListener(source, _room.Book, _fetch, _room.Time);
    }

    private byte[] Rss(params string[] links) => Encoding.UTF8.GetBytes(
        "<rss version=\"2.0\"><channel>"
        + string.Concat(links.Select(l => $"<item><link>{(l[0] == '/' ? new Uri(_home, l).AbsoluteUri : l)}</link><guid>{l}</guid></item>"))
        + "</channel></rss>");

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path;
        bool isUnchanged = path == "/feed" && context.Request.Headers.IfNoneMatch == _tag;
        _asked.Add(isUnchanged ? $"{path} 304" : path);
        context.Response.StatusCode = isUnchanged ? (int)HttpStatusCode.NotModified : _files.ContainsKey(path) || _status != 200 ? _status : 404;
        context.Response.Headers.Location = "/a-1.xml";
        context.Response.Headers.ETag = path == "/feed" ? _tag : null;
        if (context.Response.StatusCode == 200)
        {
            await context.Response.Body.WriteAsync(_files[path]);
        }
    }
}
