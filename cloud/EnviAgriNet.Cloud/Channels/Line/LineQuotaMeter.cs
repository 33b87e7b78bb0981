using System.Text.Json;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>
/// What is left of the month's messages, asked for now and then and counted down in between. The last part is kept for grave alerts.
/// </summary>
internal sealed class LineQuotaMeter(LineClient client, IOptions<LineOptions> options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private long? _left;
    private long _limitSeen;
    private long _askedAt;
    private bool _isKnown;

    /// <summary>How many of so many messages may go; they count as gone. All of them while the quota cannot be read.</summary>
    public async Task<int> TakeAsync(int wanted, string severity, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (!_isKnown || time.GetElapsedTime(_askedAt) > options.Value.QuotaEvery)
            {
                await AskAsync(cancellationToken);
            }

            if (_left is not { } left)
            {
                return wanted;
            }

            bool isGrave = TargetingPolicy.Priority(severity) >= TargetingPolicy.Priority("Severe");
            long kept = isGrave ? 0 : (long)(_limitSeen * options.Value.ReserveForSevere);
            int taken = (int)Math.Clamp(left - kept, 0, wanted);
            _left = left - taken;
            return taken;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>What was taken was not used, or LINE knows better: ask again next time.</summary>
    public void Forget() => _isKnown = false;

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            (long Left, long Limit)? found = await client.LeftAsync(cancellationToken);
            _left = found?.Left;
            _limitSeen = found?.Limit ?? 0;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A warning is not held back for want of a figure; LINE itself refuses what is too much.
            _left = null;
        }

        _askedAt = time.GetTimestamp();
        _isKnown = true;
    }
}
