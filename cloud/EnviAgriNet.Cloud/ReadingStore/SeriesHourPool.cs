namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Buffers of decoded hours, kept for the next use. Not safe for several threads.</summary>
internal sealed class SeriesHourPool
{
    private readonly Stack<SeriesHour> _free = [];

    public SeriesHour Rent() => _free.TryPop(out SeriesHour? hour) ? hour : new SeriesHour();

    public void Return(SeriesHour hour)
    {
        hour.Clear();
        if (_free.Count < StoreLimits.PooledSeriesMax)
        {
            _free.Push(hour);
        }
    }
}
