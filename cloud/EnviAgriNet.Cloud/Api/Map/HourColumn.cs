using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>One quantity in one hour at all stations of a roster: NaN where nothing usable was read.</summary>
internal sealed class HourColumn(int stations, Quantity quantity)
{
    private readonly float[] _values = Filled(stations);
    private readonly SeriesName?[] _series = new SeriesName?[stations];

    /// <summary>When it was worked out.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The value of a station in the hour, by the averaging rule of the quantity.</summary>
    public float this[int station] => _values[station];

    /// <summary>Takes a roll-up. Of several series of a station the usable one counts, and among these the first by name.</summary>
    public void Put(int station, SeriesName series, in RollUp hour)
    {
        float value = ValueOf(hour);
        bool isFree = _series[station] is null || series.Equals(_series[station]);
        if (isFree || (float.IsNaN(_values[station]) && !float.IsNaN(value))
            || (float.IsNaN(_values[station]) == float.IsNaN(value) && string.CompareOrdinal(series.Text, _series[station]!.Text) < 0))
        {
            _values[station] = value;
            _series[station] = series;
        }
    }

    private float ValueOf(in RollUp hour) => hour.Count == 0 ? float.NaN : quantity.Averaging switch
    {
        AveragingRule.Sum => (float)hour.Sum,
        AveragingRule.Maximum => (float)hour.Max,
        _ => (float)(hour.Sum / hour.Count),
    };

    private static float[] Filled(int count)
    {
        float[] values = new float[count];
        values.AsSpan().Fill(float.NaN);
        return values;
    }
}
