using System.Globalization;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Runs;

/// <summary>The time that all boards of a run share.</summary>
/// <param name="Start">The first simulated time.</param>
/// <param name="End">The last, or null for no end.</param>
/// <param name="Speed">Simulated seconds in a second.</param>
/// <param name="SampleEvery">Simulated time between two samples.</param>
/// <param name="ScenarioStart">Simulated time from the start to the onset of the scenarios.</param>
/// <param name="ScenarioEvery">Simulated time after which they begin again, or null for never.</param>
/// <param name="Seed">The seed of the weather; each centre adds its number.</param>
public sealed record SimulatedTime(
    DateTimeOffset Start,
    DateTimeOffset? End,
    double Speed,
    TimeSpan SampleEvery,
    TimeSpan ScenarioStart,
    TimeSpan? ScenarioEvery,
    int Seed)
{
    /// <summary>The wall time that belongs to <see cref="Start"/>, set when the boards are about to start.</summary>
    public DateTimeOffset WallStart { get; init; }

    /// <summary>Writes it into the settings of a board.</summary>
    public void WriteTo(JsonObject board)
    {
        board[nameof(Start)] = Iso(Start);
        board[nameof(WallStart)] = Iso(WallStart);
        board[nameof(Speed)] = Speed;
        board[nameof(SampleEvery)] = Text(SampleEvery);
        board[nameof(ScenarioStart)] = Text(ScenarioStart);
        if (End is { } end)
        {
            board[nameof(End)] = Iso(end);
        }

        if (ScenarioEvery is { } every)
        {
            board[nameof(ScenarioEvery)] = Text(every);
        }
    }

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static string Text(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);
}
