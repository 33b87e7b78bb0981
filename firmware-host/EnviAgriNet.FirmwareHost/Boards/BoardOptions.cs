using System.ComponentModel.DataAnnotations;
using EnviAgriNet.FirmwareHost.Boards.Virtual;

namespace EnviAgriNet.FirmwareHost.Boards;

/// <summary>Which board the samples come from, and in which time.</summary>
internal sealed class BoardOptions : IValidatableObject
{
    public const string Section = "Board";

    /// <summary>Virtual; Virtual, Replay, or Linux for the sensors of the section Sensors.</summary>
    [EnumDataType(typeof(BoardKind))]
    public BoardKind Kind { get; set; } = BoardKind.Virtual;

    /// <summary>1: the seed of the virtual board. The same seed and start give the same values at the same times.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Null: the first simulated time, ISO 8601; null is the first row of a replay and else the wall clock.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>Null: the wall time that belongs to <see cref="Start"/>, so that several centres share one time; null is the process's start.</summary>
    public DateTimeOffset? WallStart { get; set; }

    /// <summary>1, from 0 to 1,000,000: simulated seconds in a second; 0 is as fast as the edge takes it.</summary>
    [Range(0.0, 1_000_000.0)]
    public double Speed { get; set; } = 1;

    /// <summary>Null: the simulated time at which the board ends, itself not included; null is never, or the end of the recording.</summary>
    public DateTimeOffset? End { get; set; }

    /// <summary>1 min, from 10 ms to 1 day: simulated time between two samples of a series on the virtual board.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0100000", "1.00:00:00")]
    public TimeSpan SampleEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>normal: any of normal, haze, flood, rain, drought, stuck, spike, dead, with commas between them.</summary>
    public string Scenario { get; set; } = "normal";

    /// <summary>0, from 0 to 365 days: simulated time from the start to the onset of the scenario.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan ScenarioStart { get; set; }

    /// <summary>Null, or 7 to 365 days: simulated time after which the scenario begins again; null is never.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "365.00:00:00")]
    public TimeSpan? ScenarioEvery { get; set; }

    /// <summary>5, from -20 to 60: metres on the staff at which the virtual river overflows.</summary>
    [Range(-20.0, 60.0)]
    public double BankMetres { get; set; } = 5;

    /// <summary>0, from -20 to 60: metres on the staff of the virtual river's bed.</summary>
    [Range(-20.0, 60.0)]
    public double BedMetres { get; set; }

    /// <summary>/sys: where the kernel shows its devices to a Linux board; another folder is for trials without hardware.</summary>
    public string Sys { get; set; } = "/sys";

    /// <summary>False: whether the process ends, with exit code 0, when the board has ended and the edge has everything.</summary>
    public bool ExitAtEnd { get; set; }

    /// <summary>Whether samples are taken in real time, so that a full ring cannot make the board wait.</summary>
    internal bool IsLive => Kind == BoardKind.Linux || (Kind == BoardKind.Virtual && Speed == 1);

    /// <summary>Whether the samples' times are those of this machine's clock.</summary>
    internal bool IsWallClock => IsLive && Start is null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Scenarios.TryParse(Scenario, out _, out string? fault))
        {
            yield return new ValidationResult(fault, [nameof(Scenario)]);
        }

        if (End is { } end && Start is { } start && end <= start)
        {
            yield return new ValidationResult("End is not after Start", [nameof(End)]);
        }

        if (BankMetres - BedMetres < 1)
        {
            yield return new ValidationResult("BankMetres is less than 1 m above BedMetres", [nameof(BankMetres)]);
        }

        if (Kind == BoardKind.Linux && Start is null && Speed != 1)
        {
            yield return new ValidationResult("Speed needs Start on a Linux board, whose clock is else the wall clock", [nameof(Speed)]);
        }

        if (Kind == BoardKind.Linux && Speed == 0)
        {
            yield return new ValidationResult("Speed cannot be 0 on a Linux board: its sensors measure in time", [nameof(Speed)]);
        }

        if (WallStart is not null && Start is null && Kind != BoardKind.Replay)
        {
            yield return new ValidationResult("WallStart needs Start, whose wall time it is", [nameof(WallStart)]);
        }
    }
}

/// <summary>The boards there are.</summary>
internal enum BoardKind
{
    /// <summary>A generator that behaves like a centre.</summary>
    Virtual,

    /// <summary>A recording.</summary>
    Replay,

    /// <summary>Sensors that are connected to this machine.</summary>
    Linux,
}
