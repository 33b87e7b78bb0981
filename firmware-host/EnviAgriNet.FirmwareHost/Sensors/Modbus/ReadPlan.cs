namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>Which registers are asked for together. Pure.</summary>
internal static class ReadPlan
{
    /// <summary>Few questions that bring all channels: neighbours together, with small gaps where the probe allows them.</summary>
    public static IReadOnlyList<RegisterBlock> Of(IEnumerable<RegisterChannel> channels, bool readsGaps)
    {
        int gap = readsGaps ? Limits.GapRegistersMax : 0;
        List<RegisterBlock> blocks = [];
        foreach (RegisterChannel channel in channels.OrderBy(c => c.Table).ThenBy(c => c.Address))
        {
            int end = channel.Address + RegisterNumber.Registers(channel.Type);
            if (blocks is [.., { } last]
                && last.Table == channel.Table
                && channel.Address <= last.End + gap
                && Math.Max(end, last.End) - last.Address <= Limits.BlockRegistersMax)
            {
                blocks[^1] = last with { Count = Math.Max(end, last.End) - last.Address };
            }
            else
            {
                blocks.Add(new RegisterBlock(channel.Table, channel.Address, end - channel.Address));
            }
        }

        return blocks;
    }
}

/// <summary>Registers that are asked for together.</summary>
/// <param name="Table">Their table.</param>
/// <param name="Address">The first.</param>
/// <param name="Count">How many.</param>
internal sealed record RegisterBlock(RegisterTable Table, int Address, int Count)
{
    /// <summary>The address behind the last.</summary>
    public int End => Address + Count;

    /// <summary>Whether a channel lies in it.</summary>
    public bool Holds(RegisterChannel channel) =>
        channel.Table == Table && channel.Address >= Address && channel.Address + RegisterNumber.Registers(channel.Type) <= End;
}
