using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Protocol.Cap.Feeds;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.OpenData;

/// <summary>
/// The feeds of released messages. A feed is made anew when it is asked for, at most once a second, and its tag changes with its bytes.
/// Safe for use by several threads.
/// </summary>
internal sealed class FeedBook(RegistryDatabase registry, NetworkClock clock, TimeProvider time, IOptions<AlertsOptions> options)
{
    private readonly AlertsOptions _options = options.Value;
    private readonly ConcurrentDictionary<string, CapAlert?> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FeedRequest, FeedPage> _pages = new();

    /// <summary>A feed as it stands now.</summary>
    public FeedPage Find(FeedRequest request)
    {
        FeedPage? known = _pages.GetValueOrDefault(request);
        if (known is not null && time.GetElapsedTime(known.MadeAt) < Limits.FeedReuseMax)
        {
            return known;
        }

        byte[] content = Write(request);
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";

        // The time of change is when this program saw other bytes: entries also leave by age, which no message dates.
        DateTimeOffset changed = known?.Tag == tag ? known.ChangedAt : time.GetUtcNow();
        FeedPage page = new(content, tag, DateTimeOffset.FromUnixTimeSeconds(changed.ToUnixTimeSeconds()), time.GetTimestamp());
        if (_pages.Count >= Limits.FeedsKeptMax)
        {
            _pages.Clear();
        }

        _pages[request] = page;
        return page;
    }

    private byte[] Write(FeedRequest request)
    {
        List<AlertVersion> versions = registry.Read(c => AlertTables.Select(
            c, "WHERE state IN ('Released', 'Targeted') ORDER BY number DESC LIMIT $count", ("$count", Limits.FeedLookedAtMax)));
        DateTimeOffset since = (clock.Now ?? time.GetUtcNow()) - Limits.FeedAgeMax;
        List<CapFeedItem> fitting = [.. versions
            .Where(v => request.Province is null || v.Region.Province == request.Province)
            .Select(v => ItemOf(v, request))
            .OfType<CapFeedItem>()
            .OrderByDescending(i => i.Alert.Sent)];
        List<CapFeedItem> items = [.. fitting.Where(i => i.Alert.Sent >= since).Take(Limits.FeedEntriesMax)];
        CapFeedHead head = HeadOf(request, fitting.Count == 0 ? DateTimeOffset.UnixEpoch : fitting[0].Alert.Sent);
        return request.IsRss ? CapFeedWriter.WriteRss(head, items) : CapFeedWriter.WriteAtom(head, items);
    }

    private CapFeedItem? ItemOf(AlertVersion version, FeedRequest request)
    {
        CapAlert? alert = _read.GetOrAdd(version.Identifier, _ => CapReader.Read(Encoding.UTF8.GetBytes(version.CapXml)).Alert);
        if (_read.Count > 2 * Limits.FeedLookedAtMax)
        {
            _read.Clear();
        }

        bool isListed = alert is { Scope: CapScope.Public }
            && (alert.Status == CapStatus.Actual || (request.WithExercises && alert.Status == CapStatus.Exercise));
        return isListed && alert!.Infos.FirstOrDefault(i => IsIn(i, request.Language)) is { } info
            ? new CapFeedItem(alert, info, $"{Home}/cap/{Uri.EscapeDataString(version.Identifier)}.xml")
            : null;
    }

    private static bool IsIn(CapInfo info, string language) =>
        (info.Language ?? "en-US").Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase);

    private CapFeedHead HeadOf(FeedRequest request, DateTimeOffset updated)
    {
        bool isThai = request.Language == Languages.Thai;
        string author = isThai ? _options.SenderNameTh : _options.SenderNameEn;
        string place = request.Province is { } province ? $" ({province.Code})" : string.Empty;
        return new CapFeedHead(
            $"urn:eag:cap:{_options.AuthorityOid}:{Uri.EscapeDataString(_options.Sender)}:{Uri.EscapeDataString(request.Path)}",
            (isThai ? $"การแจ้งเตือนภัยของ{author}" : $"Warnings of {author}") + place,
            author,
            Home + request.Path,
            Home + "/",
            request.Language,
            LocalTime.Of(updated));
    }

    // Without a public address links are relative to the feed's own, which its readers can resolve.
    private string Home => _options.PublicUrl?.TrimEnd('/') ?? string.Empty;
}
