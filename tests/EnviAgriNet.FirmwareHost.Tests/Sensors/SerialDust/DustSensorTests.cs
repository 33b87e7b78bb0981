using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Sensors.SerialDust;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.SerialDust;

/// <summary>Whole dust sensors over pseudo-terminals, on a clock on which nobody waits.</summary>
public sealed class DustSensorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SerialDustFamily Family = new();

    [Fact]
    public async Task Measure_ADayEveryFiveMinutes_RestsTheLaserAndSurvivesDisturbancesAndUnplugging()
    {
        using TempFolder folder = new();
        string port = folder.File("ttyUSB0");
        HurriedTime time = new(Start);
        int minute = 0;
        StandInPms5003 Plugged()
        {
            StandInPms5003 plugged = new(() => (minute % 40, minute % 300, minute % 400), new ManualTime(Start));
            File.Delete(port);
            File.CreateSymbolicLink(port, plugged.Line.Path);
            return plugged;
        }

        StandInPms5003 device = Plugged();
        await using ISensor sensor = Entries.Make(
            Family, Entries.At(time), $$"""{ "Name": "dust", "Kind": "pms5003", "Port": "{{port}}", "Every": "00:05:00" }""");
        List<double> values = [];
        List<SensorFault> faults = [];
        TimeSpan awake = TimeSpan.Zero;
        int sleeps = 0;
        for (minute = 0; minute < 24 * 60; minute += 5)
        {
            if (minute == 500)
            {
                sleeps += device.Sleeps;
                device.Dispose();
                File.Delete(port);
            }

            if (minute == 530)
            {
                device = Plugged();
            }

            if (minute % 100 == 0 && minute is < 500 or > 530)
            {
                device.Line.Send([0x42, 0x4D, 0x00, 0x1C, 0x99, 0x42, 0x42, 0x4D]);
            }

            TimeSpan begin = time.Passed;
            try
            {
                IReadOnlyList<Measurement> measured = await sensor.MeasureAsync(CancellationToken.None);
                values.Add(measured.Single(m => m.Series.Text == "pm25").Value);
                Assert.Equal(minute % 300, values[^1]);
                await Until.TrueAsync(() => !device.IsAwake, () => "the laser to rest");
                awake += time.Passed - begin;
            }
            catch (SensorException e)
            {
                faults.Add(e.Fault);
            }

            time.Pass(TimeSpan.FromMinutes(5) - (time.Passed - begin));
        }

        Assert.Equal(288 - 6, values.Count);
        Assert.Equal(Enumerable.Repeat(SensorFault.Missing, 6), faults);
        Assert.Equal(values.Count, sleeps + device.Sleeps);
        Assert.InRange(awake / TimeSpan.FromDays(1), 0.12, 0.14);
        device.Dispose();
    }

    [Fact]
    public async Task Measure_InHumidAir_SendsTheCorrectedValueAndTheRawOne()
    {
        using StandInPms5003 device = new(() => (60, 100, 130), new ManualTime(Start));
        SensorSurroundings at = Entries.At(new HurriedTime(Start));
        await using ISensor sensor = Entries.Make(Family, at, Corrected(device));
        at.Latest.Note(new Measurement(SeriesName.Parse("humidity"), 80));
        IReadOnlyList<Measurement> measured = await sensor.MeasureAsync(CancellationToken.None);

        // 0.786 * 100 - 0.0862 * 80 + 5.75, the EPA's formula for 50 to 210.
        Assert.Equal(77.454, Of(measured, "pm25").Value, 1e-9);
        Assert.Equal(100, Of(measured, "pm25/raw").Value);
        Assert.Equal(QualityFlag.NotEvaluated, Of(measured, "pm25").Flag);
        Assert.Equal(130, Of(measured, "pm10").Value);
        Assert.Equal(QualityFlag.Suspect, Of(measured, "pm10").Flag);
        Assert.Equal(["pm1", "pm10", "pm25", "pm25/raw"], sensor.Series.Select(s => s.Text).Order());
    }

    [Fact]
    public async Task Measure_WhenTheHumidityIsNotKnownOrOld_SendsTheRawValueAsSuspect()
    {
        using StandInPms5003 device = new(() => (60, 100, 130), new ManualTime(Start));
        HurriedTime time = new(Start);
        SensorSurroundings at = Entries.At(time);
        await using ISensor sensor = Entries.Make(Family, at, Corrected(device));
        at.Latest.Note(new Measurement(SeriesName.Parse("humidity"), 80));
        time.Pass(TimeSpan.FromHours(1));
        IReadOnlyList<Measurement> measured = await sensor.MeasureAsync(CancellationToken.None);
        Assert.Equal((100d, QualityFlag.Suspect), (Of(measured, "pm25").Value, Of(measured, "pm25").Flag));
        Assert.Equal(100, Of(measured, "pm25/raw").Value);
    }

    [Fact]
    public async Task Dispose_OfASensorThatAlwaysRuns_StopsItsLaser()
    {
        using StandInPms5003 device = new(() => (1, 2, 3), new ManualTime(Start));
        ISensor sensor = Entries.Make(
            Family,
            Entries.At(new HurriedTime(Start)),
            $$"""{ "Name": "dust", "Kind": "pmsa003", "Port": "{{device.Line.Path}}", "Duty": "Always", "Samples": 1 }""");
        await sensor.MeasureAsync(CancellationToken.None);
        Assert.True(device.IsAwake);
        await sensor.DisposeAsync();
        await Until.TrueAsync(() => !device.IsAwake, () => "the laser to stop");
    }

    [Fact]
    public void Make_EveryFaultOfAnEntry_IsToldWithItsKeyAndLimit()
    {
        IReadOnlyList<string> faults = Entries.Faults(
            Family,
            """
            { "Name": "dust", "Kind": "sps30", "Every": "00:00:00.5", "Samples": 99, "Wiring": "TransmitOnly", "Duty": "Rest",
              "Correction": "EpaAmbient", "Humidity": "air_temperature", "Series": { "pm3": "pm25", "pm1": "pm17" }, "Baud": 9600 }
            """);
        string all = string.Join('\n', faults);
        Assert.All(
            (string[])
            [
                "Sensors:0:Port is missing", "Sensors:0:Every '00:00:00.5' is not from 00:00:01 to 01:00:00",
                "Sensors:0:Samples '99' is not from 1 to 60", "Sensors:0:Wiring cannot be TransmitOnly",
                "Sensors:0:Duty cannot be Rest", "Sensors:0:Correction EpaAmbient was found for Plantower",
                "Sensors:0:Humidity 'air_temperature' is not", "Sensors:0:Series:pm3 is none of", "Sensors:0:Series:pm1 quantity 'pm17'",
                "Sensors:0:Baud is none of",
            ],
            f => Assert.Contains(f, all, StringComparison.Ordinal));
        Assert.Equal(10, faults.Count);
    }

    [Fact]
    public void Make_LessTimeThanAMeasurementTakes_IsAFault()
    {
        string fault = Assert.Single(Entries.Faults(
            Family, """{ "Name": "d", "Kind": "sds011", "Port": "/dev/ttyUSB0", "Every": "00:00:30", "Duty": "Rest" }"""));
        Assert.Contains("Sensors:0:Every 00:00:30 is shorter than the 00:00:40", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_PortWithASensor_ProposesItsEntry()
    {
        using TempFolder folder = new();
        using StandInPms5003 device = new(() => (1, 2, 3), TimeProvider.System);
        Directory.CreateDirectory(folder.File("sys/class/tty/ttyUSB0/device/driver"));
        Directory.CreateDirectory(folder.File("sys/class/tty/tty1"));
        Directory.CreateDirectory(folder.File("dev"));
        File.CreateSymbolicLink(folder.File("dev/ttyUSB0"), device.Line.Path);
        SensorFinding found = Assert.Single(
            Family.Scan(Entries.At(TimeProvider.System, sys: folder.File("sys"), dev: folder.File("dev"))));
        Assert.Equal("pms5003", (string?)found.Entry!["Kind"]);
        Assert.Equal(folder.File("dev/ttyUSB0"), (string?)found.Entry["Port"]);
    }

    private static string Corrected(StandInPms5003 device) =>
        $$"""{ "Name": "dust", "Kind": "pms5003", "Port": "{{device.Line.Path}}", "Humidity": "humidity", "Samples": 3 }""";

    private static Measurement Of(IReadOnlyList<Measurement> measured, string series) => measured.Single(m => m.Series.Text == series);
}
