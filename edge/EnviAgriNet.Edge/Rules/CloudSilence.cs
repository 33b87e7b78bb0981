using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Mqtt;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Rules;

/// <summary>
/// Knows whether the centre is alone. A broker that answers proves nothing about the cloud behind it: signs of the cloud are a receipt,
/// or a line that is up while nothing waits for one. May be used from any thread.
/// </summary>
internal sealed class CloudSilence(IBrokerLink link, PackOutbox outbox, IOptions<RulesOptions> options, TimeProvider time)
{
    private long _heardTicks = ClockWatch.Monotonic(time).Ticks;

    /// <summary>Whether the cloud has given no sign for so long that the centre warns by itself.</summary>
    public bool IsAlone
    {
        get
        {
            if (link.State == LinkState.Up && outbox.Choose(waiting => waiting.Count) == 0)
            {
                Hear();
            }

            return ClockWatch.Monotonic(time).Ticks - Interlocked.Read(ref _heardTicks) > options.Value.AloneAfter.Ticks;
        }
    }

    /// <summary>A receipt has come.</summary>
    public void Hear() => Interlocked.Exchange(ref _heardTicks, ClockWatch.Monotonic(time).Ticks);
}
