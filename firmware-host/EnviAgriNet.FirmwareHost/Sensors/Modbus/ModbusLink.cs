using System.Runtime.InteropServices;
using EnviAgriNet.FirmwareHost.Sensors.Modbus.Native;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>One open bus by libmodbus. Calls block; one thread at a time. Throws a <see cref="ModbusException"/>.</summary>
internal sealed unsafe class ModbusLink : IDisposable
{
    private const int DataBits = 8;

    private readonly BusAddress _address;
    private nint _context;

    private ModbusLink(BusAddress address, nint context)
    {
        _address = address;
        _context = context;
    }

    /// <summary>Opens a bus for this process alone.</summary>
    public static ModbusLink Open(BusAddress address, TimeSpan answerMax)
    {
        try
        {
            nint context = address.TcpPort is { } tcp
                ? LibModbus.NewNetwork(address.Port, tcp.ToString())
                : LibModbus.NewSerial(address.Port, address.Baud, (byte)address.Parity.ToString()[0], DataBits, address.StopBits);
            if (context == 0)
            {
                throw Fault(address, 0, Marshal.GetLastPInvokeError());
            }

            ModbusLink link = new(address, context);
            try
            {
                link.Connect(answerMax);
                return link;
            }
            catch
            {
                link.Dispose();
                throw;
            }
        }
        catch (DllNotFoundException e)
        {
            throw new ModbusException(SerialTrouble.Library, 0, "libmodbus is not installed: apt-get install libmodbus5", e);
        }
    }

    /// <summary>Reads registers of a unit. A count of 0 is a question without content, with which some probes are started.</summary>
    public ushort[] Read(int unit, RegisterTable table, int address, int count, TimeSpan answerMax)
    {
        Prepare(unit, answerMax);
        ushort[] values = new ushort[Math.Max(1, count)];
        fixed (ushort* first = values)
        {
            int read = table == RegisterTable.Holding
                ? LibModbus.ReadHolding(_context, address, count, first)
                : LibModbus.ReadInput(_context, address, count, first);
            return read == count ? values[..count] : throw Fault(_address, unit, Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Writes one holding register of a unit.</summary>
    public void Write(int unit, int address, ushort value, TimeSpan answerMax)
    {
        Prepare(unit, answerMax);
        if (LibModbus.Write(_context, address, value) != 1)
        {
            throw Fault(_address, unit, Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Throws away what has arrived, such as an answer that came too late.</summary>
    public void Discard() => _ = LibModbus.Flush(_context);

    public void Dispose()
    {
        if (_context != 0)
        {
            LibModbus.Close(_context);
            LibModbus.Free(_context);
            _context = 0;
        }
    }

    private static ModbusException Fault(BusAddress address, int unit, int error)
    {
        string who = $"unit {unit} on {address}";
        return error switch
        {
            LibModbus.ErrorTimeOut => new(SerialTrouble.Silent, error, address.TcpPort is null
                ? $"no answer from {who}: is the A/B pair swapped, has the probe power, is its address {unit} and its speed {address.Baud}?"
                : $"no answer from {who}: is the gateway on, and does the probe behind it have power?"),
            LibModbus.ErrorBadUnit => new(SerialTrouble.Garbled, error,
                $"another probe answered for {who}: do two have the same address, or is one too slow?"),
            LibModbus.ErrorBadChecksum or LibModbus.ErrorBadContent => new(SerialTrouble.Garbled, error,
                $"a damaged answer from {who}: are both ends terminated with 120 ohms, and do two probes have the same address?"),
            LibModbus.ErrorIllegalAddress or LibModbus.ErrorIllegalFunction or LibModbus.ErrorIllegalValue => new(SerialTrouble.Faulty, error,
                $"{who} does not know the registers asked for: is it another model than the register map says?"),
            LibModbus.ErrorUnitFailure => new(SerialTrouble.Faulty, error, $"{who} says that it is broken: switch it off and on, then replace it"),
            LibModbus.ErrorUnitBusy => new(SerialTrouble.Silent, error, $"{who} is busy: ask it less often"),
            > LibModbus.ErrorBase => new(SerialTrouble.Faulty, error, $"{who}: {Text(error)}"),
            _ => OfPort(address, error),
        };
    }

    private static ModbusException OfPort(BusAddress address, int error)
    {
        if (address.TcpPort is not null)
        {
            return new(SerialTrouble.Missing, error, $"{address} cannot be reached: {Text(error)}");
        }

        SerialLineException fault = SerialLines.Fault(address.Port, error, Text(error));
        return new(fault.Trouble, error, fault.Message);
    }

    private static string Text(int error) => Marshal.PtrToStringUTF8(LibModbus.ErrorText(error)) ?? $"error {error}";

    private void Connect(TimeSpan answerMax)
    {
        // Connecting over the network is limited by the same time as an answer.
        SetLimit(answerMax);
        if (LibModbus.Connect(_context) != 0)
        {
            throw Fault(_address, 0, Marshal.GetLastPInvokeError());
        }

        if (_address.TcpPort is null)
        {
            try
            {
                PortLock.Take(_address.Port, LibModbus.Descriptor(_context));
            }
            catch (SerialLineException e)
            {
                throw new ModbusException(e.Trouble, 0, e.Message, e);
            }
        }
    }

    private void Prepare(int unit, TimeSpan answerMax)
    {
        if (LibModbus.SetUnit(_context, unit) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit address");
        }

        SetLimit(answerMax);
    }

    private void SetLimit(TimeSpan answerMax)
    {
        uint seconds = (uint)answerMax.TotalSeconds;
        uint microseconds = (uint)(answerMax - TimeSpan.FromSeconds(seconds)).TotalMicroseconds;
        if (LibModbus.SetAnswerLimit(_context, seconds, microseconds) != 0
            || LibModbus.SetByteLimit(_context, 0, (uint)Limits.ByteMax.TotalMicroseconds) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(answerMax), answerMax, "Not a time for an answer");
        }
    }
}
