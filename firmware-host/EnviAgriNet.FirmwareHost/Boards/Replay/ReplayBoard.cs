using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Boards.Replay;

internal sealed class ReplayBoard : IBoard
{
    public DateTimeOffset First { get; }

    public static ReplayBoard Open(ReplayOptions options, DateTimeOffset? start, DateTimeOffset? end, ILogger logger) =>
        throw new BoardException("not yet");

    public IEnumerable<Sample> After(long index) => [];
}
