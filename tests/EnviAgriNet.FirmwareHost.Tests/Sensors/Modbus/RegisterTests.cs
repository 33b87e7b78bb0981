using EnviAgriNet.FirmwareHost.Sensors.Modbus;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Modbus;

public sealed class RegisterTests
{
    [Theory]
    [InlineData("ABCD", 0x42F6, 0xE979)]
    [InlineData("CDAB", 0xE979, 0x42F6)]
    [InlineData("BADC", 0xF642, 0x79E9)]
    [InlineData("DCBA", 0x79E9, 0xF642)]
    public void Decode_FloatInEachOrder_IsTheSameNumber(string order, int first, int second)
    {
        // 123.456 as IEEE 754 is 42 F6 E9 79.
        double value = RegisterNumber.Decode([(ushort)first, (ushort)second], NumberType.Float32, Enum.Parse<ByteOrder>(order));
        Assert.Equal(123.456f, (float)value);
    }

    [Fact]
    public void Decode_Integers_KeepTheirSign()
    {
        Assert.Equal(-5, RegisterNumber.Decode([0xFFFB], NumberType.Int16, ByteOrder.ABCD));
        Assert.Equal(0xFFFB, RegisterNumber.Decode([0xFFFB], NumberType.UInt16, ByteOrder.ABCD));
        Assert.Equal(0x0201, RegisterNumber.Decode([0x0102], NumberType.UInt16, ByteOrder.BADC));
        Assert.Equal(-10_000, RegisterNumber.Decode([0xFFFF, 0xD8F0], NumberType.Int32, ByteOrder.ABCD));
        Assert.Equal(4_294_957_296d, RegisterNumber.Decode([0xFFFF, 0xD8F0], NumberType.UInt32, ByteOrder.ABCD));
    }

    [Fact]
    public void Plan_NeighboursAndSmallGaps_AreAskedForTogether()
    {
        RegisterChannel[] channels = [Channel(0), Channel(1), Channel(5), Channel(40), Channel(100, NumberType.Float32), Channel(0, table: RegisterTable.Input)];
        Assert.Equal(
            ["Holding 0+6", "Holding 40+1", "Holding 100+2", "Input 0+1"], Text(ReadPlan.Of(channels, readsGaps: true)));
        Assert.Equal(
            ["Holding 0+2", "Holding 5+1", "Holding 40+1", "Holding 100+2", "Input 0+1"], Text(ReadPlan.Of(channels, readsGaps: false)));
    }

    [Fact]
    public void Plan_AnyChannels_AreEachInOneBlockWithinTheProtocolsLimit()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            RegisterChannel[] channels =
            [
                .. Enumerable.Range(0, 1 + random.Next(60)).Select(_ => Channel(
                    random.Next(400),
                    random.Next(2) == 0 ? NumberType.UInt16 : NumberType.Float32,
                    random.Next(2) == 0 ? RegisterTable.Holding : RegisterTable.Input)),
            ];
            IReadOnlyList<RegisterBlock> blocks = ReadPlan.Of(channels, random.Next(2) == 0);
            Assert.All(blocks, b => Assert.InRange(b.Count, 1, 125));
            Assert.True(channels.All(c => blocks.Any(b => b.Holds(c))), $"seed {seed}: a channel is in no block");
        }
    }

    [Fact]
    public void Maps_ThatComeWithTheProgram_HaveNoFault()
    {
        Assert.Equal(["level-keller", "level-radar", "soil-npk", "sonde-y4000", "weather-sensecap"], RegisterMaps.Embedded);
        foreach (string name in RegisterMaps.Embedded)
        {
            List<string> faults = [];
            RegisterMap? map = RegisterMaps.Load(name, faults);
            Assert.True(faults is [], string.Join('\n', faults));
            Assert.NotNull(map);
            Assert.All(map.Settings.Where(s => s.Name is "unit" or "baud"), s => Assert.True(s.IsProtected, $"{name}: {s.Name}"));
        }
    }

    [Fact]
    public void Map_OfTheOperator_IsReadFromAFileAndAllItsFaultsAreTold()
    {
        using TempFolder folder = new();
        string file = folder.File("mine.json");
        File.WriteAllText(file, """
            { "title": "t", "source": "s", "unit": 300, "channels": [
              { "name": "a", "address": 65535, "type": "Float32", "series": "soil_moisture" },
              { "name": "a", "address": 1, "scale": 0, "series": "soil_moisturr" } ],
              "settings": [ { "name": "b", "address": 1, "min": 9, "max": 3 } ] }
            """);
        List<string> faults = [];
        Assert.Null(RegisterMaps.Load(file, faults));
        string all = string.Join('\n', faults);
        Assert.All(
            (string[])["unit 300", "'a' is there 2 times", "address 65535", "scale 0", "soil_moisturr", "allows 9 to 3"],
            f => Assert.Contains(f, all, StringComparison.Ordinal));
        Assert.Equal(6, faults.Count);
    }

    [Theory]
    [InlineData("nonesuch", "soil-npk")]
    [InlineData("/nonesuch/x.json", "cannot be read")]
    public void Map_ThatIsNotThere_SaysWhichThereAre(string name, string word)
    {
        List<string> faults = [];
        Assert.Null(RegisterMaps.Load(name, faults));
        Assert.Contains(word, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Map_WithAKeyThatIsNotKnown_IsRefusedWithItsLine()
    {
        using TempFolder folder = new();
        string file = folder.File("mine.json");
        File.WriteAllText(file, "{ \"title\": \"t\", \"source\": \"s\",\n \"boud\": 9600, \"channels\": [] }");
        List<string> faults = [];
        Assert.Null(RegisterMaps.Load(file, faults));
        Assert.Contains("line 2", Assert.Single(faults), StringComparison.Ordinal);
    }

    private static RegisterChannel Channel(
        int address, NumberType type = NumberType.UInt16, RegisterTable table = RegisterTable.Holding) =>
        new() { Name = "x", Address = address, Type = type, Table = table, Series = "soil_moisture" };

    private static IEnumerable<string> Text(IEnumerable<RegisterBlock> blocks) => blocks.Select(b => $"{b.Table} {b.Address}+{b.Count}");
}
