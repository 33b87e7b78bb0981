namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>Counts the deliveries of one version: a delivery at a time, in any order.</summary>
/// <param name="queuedAt">When they were queued, in milliseconds since 1970.</param>
/// <param name="placeOf">The place a recipient counts for.</param>
/// <param name="isPerson">Whether a channel is for people; others are for centres and operators.</param>
internal sealed class ReachMeter(long queuedAt, Func<string, string, string> placeOf, Predicate<string> isPerson)
{
    private const long MinuteMs = 60_000;

    private readonly Dictionary<(string Name, int Part), Tally> _channels = [];
    private readonly Dictionary<string, Tally> _places = [];
    private readonly Dictionary<(string Channel, DeliveryState State, string Reason), int> _reasons = [];
    private readonly Dictionary<int, Minute> _minutes = [];
    private readonly Dictionary<string, long> _people = [];
    private readonly List<long> _receipts = [];
    private long? _firstSent;
    private long? _lastSent;

    /// <summary>How many persons it is for.</summary>
    public int People => _people.Count;

    /// <summary>How many of them have it.</summary>
    public int PeopleReached { get; private set; }

    /// <summary>Takes a delivery.</summary>
    public void Take(in DeliveryFact fact)
    {
        Of(_channels, (fact.Channel, fact.Part)).Take(fact);
        if (fact.Part == 1)
        {
            Of(_places, placeOf(fact.Channel, fact.Recipient)).Take(fact);
        }

        TakeReason(fact);
        TakeTimes(fact);
        if (fact.Part == 1 && isPerson(fact.Channel))
        {
            TakePerson(fact);
        }
    }

    /// <summary>The deliveries by channel.</summary>
    public IReadOnlyList<ProofTally> Channels() =>
        [.. _channels.OrderBy(c => c.Key.Name, StringComparer.Ordinal).ThenBy(c => c.Key.Part).Select(c => c.Value.ToProof(c.Key.Name, c.Key.Part))];

    /// <summary>The deliveries by place.</summary>
    public IReadOnlyList<ProofTally> Places() =>
        [.. _places.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.ToProof(p.Key, 1))];

    /// <summary>Why they did not arrive.</summary>
    public IReadOnlyList<ProofReason> Reasons() =>
    [
        .. _reasons.Select(r => new ProofReason(r.Key.Channel, r.Key.State.Word(), r.Key.Reason, r.Value))
            .OrderByDescending(r => r.Count).ThenBy(r => r.Channel, StringComparer.Ordinal).ThenBy(r => r.Reason, StringComparer.Ordinal),
    ];

    /// <summary>First and last sending; first, 50th and 95th percentile of the receipts.</summary>
    public (long? FirstSent, long? LastSent, long? FirstReceipt, long? Half, long? Most) Moments()
    {
        _receipts.Sort();
        return (_firstSent, _lastSent, At(0), At(0.5), At(0.95));
    }

    /// <summary>The sums minute by minute; call it after everything is taken.</summary>
    public IReadOnlyList<ProofMinute> Minutes()
    {
        foreach (long reached in _people.Values.Where(at => at != long.MaxValue))
        {
            MinuteOf(reached).People++;
        }

        List<ProofMinute> sums = [];
        Minute sum = new();
        foreach ((int minute, Minute more) in _minutes.OrderBy(m => m.Key))
        {
            sum.Sent += more.Sent;
            sum.Received += more.Received;
            sum.Failed += more.Failed;
            sum.People += more.People;
            sums.Add(new ProofMinute(
                minute, DateTimeOffset.FromUnixTimeMilliseconds(queuedAt + (minute * MinuteMs)), sum.Sent, sum.Received, sum.Failed,
                sum.People, People == 0 ? null : Math.Round((double)sum.People / People, 4)));
        }

        return sums;
    }

    private static Tally Of<TKey>(Dictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out Tally? tally))
        {
            tallies.Add(key, tally = new Tally());
        }

        return tally;
    }

    private void TakeReason(in DeliveryFact fact)
    {
        if (fact.State is not (DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Unknown))
        {
            return;
        }

        var key = (fact.Channel, fact.State, fact.Reason.Length == 0 ? "no reason given" : fact.Reason);
        if (!_reasons.ContainsKey(key) && _reasons.Count >= Limits.ReasonsMax)
        {
            key = (fact.Channel, fact.State, Limits.OtherReasons);
        }

        _reasons[key] = _reasons.GetValueOrDefault(key) + 1;
    }

    private void TakeTimes(in DeliveryFact fact)
    {
        if (fact.SentAt is { } sent)
        {
            MinuteOf(sent).Sent++;
            _firstSent = Math.Min(_firstSent ?? long.MaxValue, sent);
            _lastSent = Math.Max(_lastSent ?? long.MinValue, sent);
        }

        if (fact.SettledAt is not { } settled)
        {
            return;
        }

        if (fact.State == DeliveryState.Delivered)
        {
            MinuteOf(settled).Received++;
            _receipts.Add(settled);
        }
        else if (fact.State is DeliveryState.Failed or DeliveryState.Expired)
        {
            MinuteOf(settled).Failed++;
        }
    }

    private void TakePerson(in DeliveryFact fact)
    {
        long at = fact is { State: DeliveryState.Delivered, SettledAt: { } settled } ? settled : long.MaxValue;
        long before = _people.GetValueOrDefault(fact.Recipient, long.MaxValue);
        PeopleReached += before == long.MaxValue && at != long.MaxValue ? 1 : 0;
        _people[fact.Recipient] = Math.Min(before, at);
    }

    // The clock may have been set back between queueing and receipt.
    private Minute MinuteOf(long at)
    {
        int minute = (int)Math.Clamp((at - queuedAt) / MinuteMs, 0, Limits.MinutesMax);
        if (!_minutes.TryGetValue(minute, out Minute? found))
        {
            _minutes.Add(minute, found = new Minute());
        }

        return found;
    }

    // The smallest time by which that share of the receipts had come.
    private long? At(double share) =>
        _receipts.Count == 0 ? null : _receipts[Math.Max(0, (int)Math.Ceiling(share * _receipts.Count) - 1)];

    private sealed class Minute
    {
        public int Sent { get; set; }

        public int Received { get; set; }

        public int Failed { get; set; }

        public int People { get; set; }
    }

    private sealed class Tally
    {
        private readonly int[] _states = new int[Enum.GetValues<DeliveryState>().Length];
        private int _sent;

        public void Take(in DeliveryFact fact)
        {
            _states[(int)fact.State]++;
            _sent += fact.SentAt is null ? 0 : 1;
        }

        public ProofTally ToProof(string name, int part) => new(
            name, part, _states.Sum(), _sent, _states[(int)DeliveryState.Delivered], _states[(int)DeliveryState.Failed],
            _states[(int)DeliveryState.Expired], _states[(int)DeliveryState.Unknown],
            _states[(int)DeliveryState.Queued] + _states[(int)DeliveryState.Sending]);
    }
}
