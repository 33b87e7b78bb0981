using EnviAgriNet.Cloud.Channels;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>
/// Empties the queue of one channel at its configured rate, on the drill's clock: the real queue with its priorities and deadlines, and
/// a gateway that takes everything at once.
/// </summary>
internal sealed class DrillQueue(DrillChannel channel, DeliveryBook book, DrillTime time)
{
    private DateTimeOffset _sentUntil = DateTimeOffset.MinValue;

    /// <summary>The channel.</summary>
    public DrillChannel Channel => channel;

    /// <summary>Sends what can have left by a time; whether anything is left to send.</summary>
    public async Task<bool> SendAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        double rate = channel.Pace.RatePerSecond;
        int most = (int)Math.Clamp(rate, 1, Limits.TurnMax);
        while (true)
        {
            DateTimeOffset begin = _sentUntil;
            int may = (int)Math.Min(most, Math.Floor(Math.Max(0, (until - begin).TotalSeconds) * rate));
            DeliveryTurn turn = book.Turn(channel.Name, [], may, begin);
            if (turn.Jobs.Count == 0)
            {
                // What was not needed is not saved up: a gateway that stood idle is no faster afterwards.
                bool isMore = turn.NextAt is not null;
                _sentUntil = may == 0 && isMore ? begin : until;
                return isMore;
            }

            _sentUntil = begin + TimeSpan.FromSeconds(turn.Jobs.Count / rate);
            time.Set(_sentUntil);
            List<SettledAttempt> settled = [];
            foreach (DeliveryJob job in turn.Jobs)
            {
                SendOutcome outcome = await channel.SendAsync(job, cancellationToken);
                settled.Add(new SettledAttempt(job.Id, outcome.State, null, outcome.Reason));
            }

            book.Turn(channel.Name, settled, 0, _sentUntil);
        }
    }

    /// <summary>From now on: what is queued next leaves no earlier.</summary>
    public void Begin(DateTimeOffset now) => _sentUntil = now;
}
