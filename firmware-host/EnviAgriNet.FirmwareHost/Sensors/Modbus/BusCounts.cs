using EnviAgriNet.FirmwareHost.Sensors.Modbus.Native;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>What became of the questions on a bus. Written in the bus's turns, read by anybody.</summary>
internal sealed class BusCounts
{
    private long _answered;
    private long _silent;
    private long _damaged;
    private long _wrongUnit;
    private long _exceptions;
    private long _port;

    public long Answered => Interlocked.Read(ref _answered);

    public long Silent => Interlocked.Read(ref _silent);

    public long Damaged => Interlocked.Read(ref _damaged);

    public long WrongUnit => Interlocked.Read(ref _wrongUnit);

    public long Exceptions => Interlocked.Read(ref _exceptions);

    public long Port => Interlocked.Read(ref _port);

    public void OnAnswered() => Interlocked.Increment(ref _answered);

    public void OnFailed(ModbusException fault) => Interlocked.Increment(ref Of(fault));

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Answered} answered, {Silent} too late, {Damaged} damaged, {WrongUnit} by another unit, {Exceptions} refused, {Port} without the port";

    private ref long Of(ModbusException fault)
    {
        if (fault.Error == LibModbus.ErrorBadUnit)
        {
            return ref _wrongUnit;
        }

        switch (fault.Trouble)
        {
            case SerialTrouble.Silent:
                return ref _silent;
            case SerialTrouble.Garbled:
                return ref _damaged;
            case SerialTrouble.Faulty:
                return ref _exceptions;
            default:
                return ref _port;
        }
    }
}
