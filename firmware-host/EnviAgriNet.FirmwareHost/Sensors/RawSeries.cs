using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>Where the value goes that a correction or calibration began with.</summary>
internal static class RawSeries
{
    private const string Channel = "raw";

    /// <summary>The series of the same name with the channel <c>raw</c>; of a series that has a channel, that channel and <c>raw</c>.</summary>
    public static SeriesName Of(SeriesName series)
    {
        string text = series.Text.Split('/')[0];
        string channel = series.Channel is { } own ? own[..Math.Min(own.Length, SeriesName.ChannelLengthMax - Channel.Length)] : string.Empty;
        return SeriesName.Parse($"{text}/{channel}{Channel}");
    }
}
