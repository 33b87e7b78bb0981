using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands.Backtest;
using EnviAgriNet.Cloud.ReadingStore;

namespace EnviAgriNet.Cloud.Commands.Stages;

/// <summary>A command that is called for a page: its options as words, its faults as sentences.</summary>
internal static class StageCall
{
    /// <summary>An option with its value; nothing without one. One word, so that a value that begins with a dash stays a value.</summary>
    public static string[] Option(string name, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [$"{name}={value.Trim()}"];

    /// <summary>Throws a <see cref="FormatException"/> with the first thing that is wrong with the words.</summary>
    public static void Check(ParseResult parsed)
    {
        if (parsed.Errors is [var error, ..])
        {
            throw new FormatException(error.Message);
        }
    }

    /// <summary>What is wrong with a call, or null.</summary>
    public static string? FaultOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception e) when (e is BacktestFault or FormatException)
        {
            return e.Message;
        }
    }

    /// <summary>Plays it; whatever is wrong with what was asked, or with the readings, is a <see cref="FormatException"/>.</summary>
    public static async Task<JsonNode> PlayAsync(Func<Task<JsonNode>> play)
    {
        try
        {
            return await play();
        }
        catch (BacktestFault fault)
        {
            throw new FormatException(fault.Message, fault);
        }
        catch (StoreException e)
        {
            throw new FormatException($"the reading store cannot be read: {e.Message}", e);
        }
    }
}
