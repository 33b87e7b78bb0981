using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.FirmwareHost.Sensors.Modbus;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Modbus;

/// <summary>A bus over a pseudo-terminal, with probes that answer byte by byte as the protocol has it.</summary>
public sealed class ModbusBusTests
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromMilliseconds(60);
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Read_OneBusWithThreeProbesAtOnce_GivesEachItsOwn()
    {
        using StandInModbusBus line = new();
        foreach (byte unit in (byte[])[1, 2, 17])
        {
            line.Add(unit).Holding[0] = (ushort)(100 * unit);
        }

        using ModbusBus bus = new(At(line), TimeProvider.System);
        ushort[][] answers = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => bus.ReadAsync(new[] { 1, 2, 17 }[i % 3], Block(0, 1), AnswerMax, Never)));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (ushort)(100 * new[] { 1, 2, 17 }[i % 3])), answers.Select(a => a[0]));
        Assert.Equal((30, 0), (bus.Counts.Answered, bus.Counts.Silent));
    }

    [Fact]
    public async Task Read_InputRegistersOfAWeatherStation_AreThoseOfItsManual()
    {
        // The values that the maker's guide prints for unit 20: 28.8 Cel, 38.16 %, 101160 Pa. The checksum printed there is not theirs.
        byte[] printed = StandInModbusBus.Sealed(
            Convert.FromHexString("140440" + "000070800000951006079440" + new string('0', 11 * 8) + "00006A7C00000000"));
        using PseudoTerminal line = new((port, _) => port.Send(printed));
        using ModbusBus bus = new(new BusAddress(line.Path, null, 9600, LineParity.None, 1), TimeProvider.System);
        ushort[] answer = await bus.ReadAsync(20, new RegisterBlock(RegisterTable.Input, 0, 32), AnswerMax, Never);
        Assert.Equal([0, 28800, 0, 38160, 0x0607, 0x9440], answer[..6]);
    }

    [Fact]
    public async Task Read_DamagedLostAndForeignAnswers_AreAskedForAgain()
    {
        using StandInModbusBus line = new();
        line.Add(1).Holding[0] = 7;
        int answers = 0;
        line.Wire = answer => (++answers % 3) switch
        {
            1 => null,
            2 => [.. answer[..^1], (byte)(answer[^1] ^ 1)],
            _ => answer,
        };
        using ModbusBus bus = new(At(line), TimeProvider.System);
        Assert.Equal([7], await bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
        Assert.Equal((1, 1, 1), (bus.Counts.Answered, bus.Counts.Silent, bus.Counts.Damaged));
    }

    [Fact]
    public async Task Read_AnotherUnitAnswers_IsNeverTakenForThisOnes()
    {
        using StandInModbusBus line = new();
        line.Add(1).Holding[0] = 7;
        line.Wire = answer => StandInModbusBus.Sealed([3, .. answer[1..^2]]);
        using ModbusBus bus = new(At(line), TimeProvider.System);
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
        Assert.Contains("another probe answered", fault.Message, StringComparison.Ordinal);
        Assert.Equal((0, 3), (bus.Counts.Answered, bus.Counts.WrongUnit));
    }

    [Fact]
    public async Task Read_AnswerThatComesTooLate_IsNotTakenForTheNextOnes()
    {
        byte[] late = StandInModbusBus.Sealed(1, 3, 2, 0, 99);
        byte[] right = StandInModbusBus.Sealed(2, 3, 2, 0, 42);
        using SemaphoreSlim asked = new(0);
        int questions = 0;
        using PseudoTerminal line = new((port, _) =>
        {
            if (++questions <= 3)
            {
                asked.Release();
            }
            else
            {
                port.Send(right);
            }
        });
        using ModbusBus bus = new(new BusAddress(line.Path, null, 9600, LineParity.None, 1), TimeProvider.System);
        Task<ushort[]> first = bus.ReadAsync(1, Block(0, 1), AnswerMax, Never);
        Task<ushort[]> second = bus.ReadAsync(2, Block(0, 1), AnswerMax, Never);
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => first);
        line.Send(late);
        Assert.Equal(SerialTrouble.Silent, fault.Trouble);
        Assert.Equal([42], await second);
    }

    [Fact]
    public async Task Read_RegisterTheProbeDoesNotHave_IsItsExceptionAndNotAskedAgain()
    {
        using StandInModbusBus line = new();
        line.Add(1).Holding[0] = 7;
        using ModbusBus bus = new(At(line), TimeProvider.System);
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => bus.ReadAsync(1, Block(50, 1), AnswerMax, Never));
        Assert.Equal(SerialTrouble.Faulty, fault.Trouble);
        Assert.Contains("another model", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, line.Questions);
    }

    [Fact]
    public async Task Read_OfASilentProbe_LeavesTheOthersInPeace()
    {
        using StandInModbusBus line = new();
        line.Add(1).Holding[0] = 7;
        using ModbusBus bus = new(At(line), TimeProvider.System);
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => bus.ReadAsync(9, Block(0, 1), AnswerMax, Never));
        Assert.Contains("A/B", fault.Message, StringComparison.Ordinal);
        Assert.Equal([7], await bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
    }

    [Fact]
    public async Task Read_PortPulledOutAndBack_GoesOn()
    {
        using TempFolder folder = new();
        string port = folder.File("ttyUSB0");
        StandInModbusBus line = new();
        line.Add(1).Holding[0] = 7;
        File.CreateSymbolicLink(port, line.Line.Path);
        using ModbusBus bus = new(new BusAddress(port, null, 9600, LineParity.None, 1), TimeProvider.System);
        Assert.Equal([7], await bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
        line.Dispose();
        File.Delete(port);
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
        Assert.Equal(SerialTrouble.Missing, fault.Trouble);
        using StandInModbusBus again = new();
        again.Add(1).Holding[0] = 8;
        File.CreateSymbolicLink(port, again.Line.Path);
        Assert.Equal([8], await bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
    }

    [Fact]
    public async Task Write_OfASetting_IsReadBack()
    {
        using StandInModbusBus line = new();
        line.Add(1).Holding[81] = 0;
        using ModbusBus bus = new(At(line), TimeProvider.System);
        await bus.WriteAsync(1, 81, 12, AnswerMax, Never);
        Assert.Equal([12], await bus.ReadAsync(1, Block(81, 1), AnswerMax, Never));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_OfTheLibrarysOwnSlave_AgreesOverSerialLineAndNetwork(bool overNetwork)
    {
        using LibModbusSlave slave = overNetwork ? LibModbusSlave.OnNetwork(17) : LibModbusSlave.OnPseudoTerminal(17);
        BusAddress address = overNetwork
            ? new BusAddress("127.0.0.1", slave.TcpPort, 9600, LineParity.None, 1)
            : new BusAddress(slave.Port, null, 9600, LineParity.None, 1);
        using ModbusBus bus = new(address, TimeProvider.System);
        TimeSpan answerMax = TimeSpan.FromMilliseconds(500);
        Assert.Equal([1006, 1009, 1012], await bus.ReadAsync(17, Block(2, 3), answerMax, Never));
        await bus.WriteAsync(17, 5, 4242, answerMax, Never);
        Assert.Equal([4242], await bus.ReadAsync(17, Block(5, 1), answerMax, Never));
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => bus.ReadAsync(17, Block(8, 4), answerMax, Never));
        Assert.Equal(SerialTrouble.Faulty, fault.Trouble);
    }

    [Fact]
    public async Task Read_NetworkAddressWithNobody_SaysSo()
    {
        using ModbusBus bus = new(new BusAddress("127.0.0.1", EnviAgriNet.Testing.FreePort.Next(), 9600, LineParity.None, 1), TimeProvider.System);
        ModbusException fault = await Assert.ThrowsAsync<ModbusException>(() => bus.ReadAsync(1, Block(0, 1), AnswerMax, Never));
        Assert.Equal(SerialTrouble.Missing, fault.Trouble);
    }

    [Fact]
    public void Join_SamePortAtAnotherSpeed_IsRefused()
    {
        ModbusBuses buses = new();
        BusAddress slow = new("/dev/ttyUSB1", null, 4800, LineParity.None, 1);
        Assert.True(buses.TryJoin(slow, TimeProvider.System, out ModbusBus first));
        Assert.True(buses.TryJoin(slow with { }, TimeProvider.System, out ModbusBus second));
        Assert.Same(first, second);
        Assert.False(buses.TryJoin(slow with { Baud = 9600 }, TimeProvider.System, out ModbusBus there));
        Assert.Equal(slow, there.Address);
        buses.Leave(first);
        buses.Leave(first);
        Assert.True(buses.TryJoin(slow with { Baud = 9600 }, TimeProvider.System, out _));
    }

    private static BusAddress At(StandInModbusBus line) => new(line.Line.Path, null, 9600, LineParity.None, 1);

    private static RegisterBlock Block(int address, int count) => new(RegisterTable.Holding, address, count);
}
