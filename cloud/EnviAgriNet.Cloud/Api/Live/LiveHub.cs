using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>
/// Turns what happens into the events of the feeds, twice a second and only while somebody listens: a thousand pages cost one look at
/// what changed and as many writes as pages have something new on their screen. Safe for use by several threads.
/// </summary>
internal sealed partial class LiveHub(
    LiveBoard board, LiveWriter writer, AlertNews alertNews, OfficerNews officerNews, TimeProvider time, ILogger<LiveHub> logger)
    : BackgroundService
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, LiveFeed> _feeds = [];
    private readonly Dictionary<StationId, List<LiveFeed>> _byStation = [];
    private readonly List<LiveFeed> _ofAll = [];
    private readonly Dictionary<LiveTopics, (long Number, byte[] Event)> _others = [];
    private Task _alertsChange = Task.CompletedTask;
    private long _alertsLookedAt;
    private byte[] _alerts = [];
    private bool _isFresh;
    private long _upTo;

    /// <summary>How many different questions are answered at present.</summary>
    public int Feeds
    {
        get
        {
            lock (_guard)
            {
                return _feeds.Count;
            }
        }
    }

    /// <summary>Begins to listen; the feed is shared with all who ask the same.</summary>
    public LiveFeed Enter(LiveQuestion question)
    {
        lock (_guard)
        {
            if (!_feeds.TryGetValue(question.Key, out LiveFeed? feed))
            {
                feed = new LiveFeed(question) { SpokeAt = time.GetTimestamp() };
                _feeds.Add(question.Key, feed);
                foreach (List<LiveFeed> list in ListsOf(question))
                {
                    list.Add(feed);
                }

                // The first feed of all begins where the board is now, and what was known of alerts is old; others join the hub where it is.
                if (_feeds.Count == 1)
                {
                    _upTo = board.Change;
                    _others.Clear();
                    _alerts = [];
                    _isFresh = true;
                }

                feed.Tell(LiveFrame.Nothing with { UpTo = _upTo, Others = Wanted(question.Topics) });
            }

            feed.Readers++;
            return feed;
        }
    }

    /// <summary>Ends listening.</summary>
    public void Leave(LiveFeed feed)
    {
        lock (_guard)
        {
            if (--feed.Readers > 0)
            {
                return;
            }

            _feeds.Remove(feed.Question.Key);
            foreach (List<LiveFeed> list in ListsOf(feed.Question))
            {
                list.Remove(feed);
            }

            foreach (StationId station in feed.Question.Filter.Stations ?? [])
            {
                if (_byStation.TryGetValue(station, out List<LiveFeed>? rest) && rest.Count == 0)
                {
                    _byStation.Remove(station);
                }
            }
        }
    }

    /// <summary>One turn: collects what is new and tells the feeds.</summary>
    internal void Step()
    {
        bool isFresh;
        bool hasOfficers;
        lock (_guard)
        {
            (isFresh, _isFresh) = (_isFresh, false);
            hasOfficers = _feeds.Values.Any(feed => feed.Question.IsForOfficers);
        }

        LookAtAlerts(isFresh);
        if (hasOfficers)
        {
            foreach ((LiveTopics topic, byte[] said) in officerNews.Look())
            {
                Put(topic, said);
            }
        }

        lock (_guard)
        {
            LiveChanges changes = board.Since(_upTo, int.MaxValue);
            _upTo = changes.UpTo;
            foreach (LiveChange change in changes.Values)
            {
                Spread(change);
            }

            byte[]? beat = null;
            foreach (LiveFeed feed in _feeds.Values)
            {
                Tell(feed, ref beat);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.StreamPeriod, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Feeds == 0)
            {
                continue;
            }

            try
            {
                Step();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
        }
    }

    // Some alerts come and go without being told of: those of other platforms.
    private void LookAtAlerts(bool isFresh)
    {
        if (!isFresh && !_alertsChange.IsCompleted && time.GetElapsedTime(_alertsLookedAt) < Limits.HeartbeatPeriod)
        {
            return;
        }

        _alertsChange = alertNews.Next;
        _alertsLookedAt = time.GetTimestamp();
        (byte[] edition, byte[] said) = writer.Alerts();
        if (isFresh || !edition.AsSpan().SequenceEqual(_alerts))
        {
            _alerts = edition;
            Put(LiveTopics.Alerts, said);
        }
    }

    private void Put(LiveTopics topic, byte[] said)
    {
        lock (_guard)
        {
            _others[topic] = (_others.GetValueOrDefault(topic).Number + 1, said);
        }
    }

    private void Spread(LiveChange change)
    {
        foreach (LiveFeed feed in _ofAll)
        {
            Give(feed, change);
        }

        if (_byStation.TryGetValue(change.Series.Station, out List<LiveFeed>? feeds))
        {
            foreach (LiveFeed feed in feeds)
            {
                Give(feed, change);
            }
        }
    }

    private static void Give(LiveFeed feed, LiveChange change)
    {
        LiveQuestion question = feed.Question;
        if ((question.Topics & (LiveTopics.Values | LiveTopics.Map)) != LiveTopics.None && question.Filter.HasSeries(change.Series.Name))
        {
            feed.Pending[change.Series] = change;
        }
    }

    private void Tell(LiveFeed feed, ref byte[]? beat)
    {
        LiveFrame frame = feed.Now;
        LiveTopics topics = feed.Question.Topics;
        bool isNew = false;
        if (feed.Pending.Count > 0)
        {
            byte[] values = writer.Values(topics, [.. feed.Pending.Values], _upTo, 0, isSnapshot: false);
            frame = frame with { Number = frame.Number + 1, Values = values };
            feed.Pending.Clear();
            isNew = true;
        }

        if (_others.Any(other => topics.HasFlag(other.Key) && frame.Others.GetValueOrDefault(other.Key).Number != other.Value.Number))
        {
            frame = frame with { Others = Wanted(topics) };
            isNew = true;
        }

        if (!isNew && time.GetElapsedTime(feed.SpokeAt) >= Limits.HeartbeatPeriod)
        {
            frame = frame with { Beats = frame.Beats + 1, Beat = beat ??= writer.Beat() };
            isNew = true;
        }

        if (isNew)
        {
            feed.SpokeAt = time.GetTimestamp();
            feed.Tell(frame with { UpTo = _upTo });
        }
    }

    private Dictionary<LiveTopics, (long Number, byte[] Event)> Wanted(LiveTopics topics) =>
        _others.Where(other => topics.HasFlag(other.Key)).ToDictionary();

    private IEnumerable<List<LiveFeed>> ListsOf(LiveQuestion question)
    {
        if (question.Filter.Stations is not { } stations)
        {
            yield return _ofAll;
            yield break;
        }

        foreach (StationId station in stations)
        {
            if (!_byStation.TryGetValue(station, out List<LiveFeed>? list))
            {
                _byStation[station] = list = [];
            }

            yield return list;
        }
    }

    [LoggerMessage(4610, LogLevel.Warning, "The live streams could not be told what is new; they are told at the next turn")]
    private partial void LogFailed(Exception exception);
}
