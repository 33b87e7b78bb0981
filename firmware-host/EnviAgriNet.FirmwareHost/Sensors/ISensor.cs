using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>One sensor of the settings.</summary>
internal interface ISensor : IAsyncDisposable
{
    string Name { get; }

    IReadOnlyList<SeriesName> Series { get; }

    TimeSpan Every { get; }

    /// <summary>Measures once; throws a <see cref="SensorException"/> when it cannot.</summary>
    Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancel);
}
