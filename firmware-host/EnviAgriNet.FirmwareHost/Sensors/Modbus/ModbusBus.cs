using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>
/// A bus that several probes share: one question at a time, a silence before each, and the port open as long as it works. A question
/// that fails is asked again a few times; what failed for good is the asking probe's alone, the others go on.
/// </summary>
internal sealed class ModbusBus(BusAddress address, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ModbusLink? _link;

    /// <summary>Where it is.</summary>
    public BusAddress Address { get; } = address;

    /// <summary>Questions answered, and those not: too late, damaged, by another unit, with an exception.</summary>
    public BusCounts Counts { get; } = new();

    /// <summary>Reads registers of a unit in this probe's turn.</summary>
    public Task<ushort[]> ReadAsync(int unit, RegisterBlock block, TimeSpan answerMax, CancellationToken cancel) =>
        AskAsync(link => link.Read(unit, block.Table, block.Address, block.Count, answerMax), answerMax, cancel);

    /// <summary>Writes one register of a unit in this probe's turn.</summary>
    public Task WriteAsync(int unit, int register, ushort value, TimeSpan answerMax, CancellationToken cancel) => AskAsync(
        link =>
        {
            link.Write(unit, register, value, answerMax);
            return true;
        },
        answerMax,
        cancel);

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<ModbusLink, T> question, TimeSpan answerMax, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            for (int tries = 1; ; tries++)
            {
                await Task.Delay(Limits.Silence, time, cancel);
                bool wasOpen = _link is not null;
                try
                {
                    return await Blocking.RunAsync(() => Ask(question, answerMax), cancel);
                }
                catch (ModbusException e) when (e.Trouble is SerialTrouble.Silent or SerialTrouble.Garbled && tries < Limits.TriesMax)
                {
                    // An answer that comes too late would be taken for the next one's: it is waited for and thrown away.
                    await Task.Delay(answerMax, time, cancel);
                    _link?.Discard();
                }
                catch (ModbusException e) when (!e.IsOfProbe && wasOpen && tries < Limits.TriesMax)
                {
                    // Gateways hang up on an idle connection, and adapters come back: opening anew may be all it takes.
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private T Ask<T>(Func<ModbusLink, T> question, TimeSpan answerMax)
    {
        try
        {
            _link ??= ModbusLink.Open(Address, answerMax);
            T answer = question(_link);
            Counts.OnAnswered();
            return answer;
        }
        catch (ModbusException e)
        {
            Counts.OnFailed(e);
            if (!e.IsOfProbe)
            {
                Close();
            }

            throw;
        }
    }

    private void Close()
    {
        _link?.Dispose();
        _link = null;
    }
}
