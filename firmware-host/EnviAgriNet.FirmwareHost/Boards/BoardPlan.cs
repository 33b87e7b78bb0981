using EnviAgriNet.FirmwareHost.Boards.Replay;
using EnviAgriNet.FirmwareHost.Boards.Virtual;
using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Boards;

/// <summary>The board that the settings and the progress of earlier processes make.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Board">The board, opened; null for the sensors of this machine.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Start">The simulated time of its start.</param>
/// <param name="Ahead">For a live board: simulated time minus wall time.</param>
internal sealed record BoardPlan(
    BoardOptions Options, IBoard? Board, Progress Progress, DateTimeOffset Start, TimeSpan Ahead)
{
    /// <summary>Opens the board. Throws a <see cref="BoardException"/> when a recording cannot be read as the settings say.</summary>
    public static BoardPlan Make(
        BoardOptions options, ReplayOptions replay, Progress? earlier, DateTimeOffset now, ILogger logger)
    {
        string mark = Mark(options, replay);
        Progress progress = earlier?.Board == mark ? earlier : new Progress { Board = mark };
        return options.Kind switch
        {
            BoardKind.Virtual => MakeVirtual(options, progress, now),
            BoardKind.Replay => MakeReplay(options, replay, progress, logger),
            _ => new BoardPlan(options, null, progress with { WallStart = options.WallStart ?? now }, options.Start ?? now, TimeSpan.Zero),
        };
    }

    private static BoardPlan MakeVirtual(BoardOptions options, Progress progress, DateTimeOffset now)
    {
        // What the settings leave open is decided once and kept, so that a restart gives the same values at the same times.
        DateTimeOffset start = options.Start ?? progress.Start ?? Floor(now, options.SampleEvery);
        DateTimeOffset wallStart = options.WallStart ?? progress.WallStart ?? now;
        TimeSpan ahead = options.IsLive && !options.IsWallClock ? start - wallStart : TimeSpan.Zero;
        Progress kept = progress with { Start = start, WallStart = wallStart };
        return new BoardPlan(options, new VirtualBoard(options, start), kept, start, ahead);
    }

    private static BoardPlan MakeReplay(BoardOptions options, ReplayOptions replay, Progress progress, ILogger logger)
    {
        ReplayBoard board = ReplayBoard.Open(replay, options.Start, options.End, logger);
        return new BoardPlan(options, board, progress, options.Start ?? board.First, TimeSpan.Zero);
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) =>
        new(time.UtcTicks - (time.UtcTicks % step.Ticks), TimeSpan.Zero);

    private static string Mark(BoardOptions options, ReplayOptions replay) => options.Kind switch
    {
        BoardKind.Virtual => BoardSetup.Fingerprint(
            "virtual", options.Seed, options.Start, options.SampleEvery, options.Scenario, options.ScenarioStart,
            options.ScenarioEvery, options.BankMetres, options.BedMetres),
        BoardKind.Replay => BoardSetup.Fingerprint(
            "replay", replay.File, replay.Map, replay.Zone, replay.Where, replay.Missing, options.Start, options.End),
        _ => BoardSetup.Fingerprint("linux", options.Start),
    };
}
