using System.Collections.Concurrent;
using System.Text.Json;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Channels.WebPush;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>
/// Makes the answer for a place and gives it again for a few seconds, so that a crowd that comes with a warning costs one answer. Safe
/// for use by several threads.
/// </summary>
internal sealed class PlacePages(
    PlaceIndex index,
    PlaceMeasures measures,
    PlaceWarnings warnings,
    PlaceOutlook outlook,
    NetworkClock clock,
    IOptions<ApiOptions> api,
    IOptions<CasesOptions> cases,
    IOptions<WebPushOptions> push,
    PushClient client,
    TimeProvider time)
{
    private readonly ConcurrentDictionary<RegionId, PlaceAnswer> _kept = new();

    /// <summary>The answer as it is sent; null when there is no such province.</summary>
    public PlaceAnswer? Of(RegionId region)
    {
        if (_kept.TryGetValue(region, out PlaceAnswer? kept) && time.GetElapsedTime(kept.At) <= ResidentLimits.AnswerAgeMax)
        {
            return kept;
        }

        if (index.PathOf(region) is not { } path)
        {
            return null;
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(View(region, path), ResidentsJson.Readable.PlaceView);
        PlaceAnswer made = new(time.GetTimestamp(), json, TaggedAnswer.TagOf(json));
        if (_kept.Count >= ResidentLimits.PlacesKeptMax)
        {
            _kept.Clear();
        }

        _kept[region] = made;
        return made;
    }

    private PlaceView View(RegionId region, IReadOnlyList<PlaceNameView> path)
    {
        DateTimeOffset? network = clock.Now;
        DateTimeOffset now = network ?? time.GetUtcNow();
        var (here, elsewhere, ended) = warnings.Of(region, network);
        (IReadOnlyList<PlacePriceView> prices, IReadOnlyList<PlaceCropView> crops) = outlook.Of(region.Province);
        return new PlaceView(
            region.Code,
            path,
            network is { } at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero) : null,
            api.Value.SilentAfter.TotalSeconds,
            cases.Value.Hotline,
            here,
            ended,
            elsewhere,
            measures.CountIn(region),
            measures.Air(region, now),
            measures.Rain(region, now),
            measures.River(region, now),
            measures.Heat(region, now),
            prices,
            crops,
            push.Value.Enabled ? client.PublicKey : null);
    }
}

/// <summary>An answer as it is sent.</summary>
/// <param name="At">When it was made, by the clock that measures spans.</param>
/// <param name="Json">The document.</param>
/// <param name="Tag">Its entity tag.</param>
internal sealed record PlaceAnswer(long At, byte[] Json, string Tag);
