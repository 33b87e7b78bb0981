using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Protocol.Tests.Messages;

public sealed class StationEventKindTests
{
    /// <summary>An edge keeps the number of what it has not told yet in its file, also while its program is brought up to date.</summary>
    [Theory]
    [InlineData(StationEventKind.Dropped, 1)]
    [InlineData(StationEventKind.Thinned, 2)]
    [InlineData(StationEventKind.SegmentCorrupt, 3)]
    [InlineData(StationEventKind.PackSetAside, 4)]
    [InlineData(StationEventKind.SourceOverflow, 5)]
    [InlineData(StationEventKind.ClockStep, 6)]
    [InlineData(StationEventKind.AlertShown, 7)]
    [InlineData(StationEventKind.AlertFailed, 8)]
    [InlineData(StationEventKind.AlertAcknowledged, 9)]
    [InlineData(StationEventKind.SensorFault, 10)]
    [InlineData(StationEventKind.SensorWell, 11)]
    [InlineData(StationEventKind.ConfigTaken, 12)]
    [InlineData(StationEventKind.ConfigRefused, 13)]
    [InlineData(StationEventKind.LocalRaised, 14)]
    [InlineData(StationEventKind.LocalCleared, 15)]
    [InlineData(StationEventKind.Calibrated, 16)]
    public void Number_OfAKindThatWasKept_StaysTheSame(StationEventKind kind, int number) => Assert.Equal(number, (int)kind);
}
