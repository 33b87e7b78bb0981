using EnviAgriNet.FirmwareHost.Link;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>
/// Tells the edge when a sensor's fault begins and ends. What is kept is what the edge was told last of each sensor, so nothing can
/// pile up while it does not answer, and a sensor that fails on and off is told of as it is then.
/// </summary>
internal sealed class SensorNews(IReadOnlyList<SensorState> states, EdgeClient edge, TimeProvider time) : BackgroundService
{
    private const int NameLengthMax = 40;
    private const int ReasonLengthMax = 300;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly bool[] _toldFaulty = new bool[states.Count];

    /// <summary>Tells what the edge does not know yet.</summary>
    internal async Task StepAsync(CancellationToken cancel)
    {
        for (int i = 0; i < states.Count; i++)
        {
            string? fault = states[i].Fault;
            if (fault is not null == _toldFaulty[i])
            {
                continue;
            }

            SourceEvent news = new()
            {
                Kind = fault is null ? "sensor-well" : "sensor-fault",
                Sensor = Cut(states[i].Name, NameLengthMax),
                Reason = fault is null ? string.Empty : Cut(fault, ReasonLengthMax),
            };
            if (!await edge.TrySendEventAsync(news, cancel))
            {
                return;
            }

            _toldFaulty[i] = fault is not null;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await StepAsync(stoppingToken);
            await Task.Delay(LookEvery, time, stoppingToken);
        }
    }

    private static string Cut(string text, int max) => text.Length <= max ? text : text[..max];
}
