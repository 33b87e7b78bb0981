using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary><c>eag-firmware calibrate</c>: makes a calibration of what a sensor measured and what was true.</summary>
internal static class CalibrateCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ProgramOptions options, IConsole console)
    {
        Argument<string> series = new("series") { Description = "the series, as in soil_moisture:-0.1" };
        Option<string[]> points = new("--point") { Description = "a measured and a true value as RAW=TRUE; may stand several times" };
        Option<double?> truth = new("--true") { Description = "the true value now; the sensor is read for the measured one" };
        Option<string?> of = new("--of") { Description = "the series that it is computed of, such as voltage/a0 of a probe at an analogue input" };
        Option<int> degree = new("--degree") { Description = "of the polynomial through the points, 1 to 5", DefaultValueFactory = _ => 1 };
        Option<string> by = new("--by") { Description = "who measures, by their code at the centre, not by name", Required = true };
        Option<bool> write = new("--write") { Description = "put it into the settings file, instead of writing it out only" };
        Option<TimeSpan> limit = ReadCommand.Limit();
        Command command = new("calibrate", "Makes a calibration: of one point the offset, of two or more the line or polynomial nearest to them");
        command.Arguments.Add(series);
        options.AddTo(command);
        foreach (Option option in (Option[])[points, truth, of, degree, by, write, limit])
        {
            command.Options.Add(option);
        }

        command.SetAction((call, cancellation) => SettingsCall.RunAsync(options, call, console, settings => RunAsync(
            new Order(
                Series(call.GetValue(series)!), call.GetValue(of) is { } source ? Series(source) : null, call.GetValue(points) ?? [],
                call.GetValue(truth), call.GetValue(degree), call.GetValue(by)!, call.GetValue(write), call.GetValue(limit)),
            settings, console, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Order order, IConfigurationRoot settings, IConsole console, CancellationToken cancel)
    {
        Refuse(order);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        SeriesName? of = order.Of ?? Calibrations.Read(settings, []).Of(order.Series, now)?.Of;
        List<(double Raw, double Truth)> points = [.. order.Points.Select(Point)];
        if (order.Truth is { } truth)
        {
            if (await MeasureAsync(order, of, settings, console, cancel) is not { } raw)
            {
                return ExitCodes.Failed;
            }

            points.Add((raw, truth));
            console.Error(string.Create(
                CultureInfo.InvariantCulture, $"measured {raw}; for a second point, call again with --point {raw}={truth} --true and its true value"));
        }

        if (points.Count == 0)
        {
            throw new FormatException("give at least one --point RAW=TRUE, or --true with the true value now");
        }

        if (of is not null && points.Count == 1)
        {
            throw new FormatException($"{order.Series} is computed of {of}, for which one point is not enough: give two or more");
        }

        CalibrationFit fit = CalibrationFit.Of(points, order.Degree, out string? fault) ?? throw new FormatException(fault);
        if (of is null && !fit.IsRising)
        {
            throw new FormatException("the true value falls while the measured one rises: were two of them exchanged? Measure again");
        }

        CalibrationEntry entry = new(order.Series, of, fit.Coefficients, order.By, now, null);
        console.Line(entry.ToJson().ToJsonString(Readable));
        console.Error(string.Create(
            CultureInfo.InvariantCulture, $"จุดที่คลาดเคลื่อนที่สุดห่าง {fit.MissMax:0.###} / the farthest point lies {fit.MissMax:0.###} {order.Series.Quantity.Unit} from it"));
        return order.IsWritten ? Write(entry, settings, console) : ExitCodes.Ok;
    }

    private static void Refuse(Order order)
    {
        if (!CalibrationNotice.IsCode(order.By))
        {
            throw new FormatException($"--by '{order.By}' is not a code of a-z 0-9 -: it goes over the network, where no names of people go");
        }

        if (order.Degree is < 1 or >= CalibrationNotice.CoefficientsMax)
        {
            throw new FormatException($"--degree {order.Degree} is not from 1 to {CalibrationNotice.CoefficientsMax - 1}");
        }
    }

    /// <summary>
    /// What a calibration would begin with: the value after the sensor's other corrections, such as that of dust for humid air, and before
    /// the calibration that holds now.
    /// </summary>
    private static async Task<double?> MeasureAsync(
        Order order, SeriesName? of, IConfigurationRoot settings, IConsole console, CancellationToken cancel)
    {
        SensorLook look = await SensorLook.TakeAsync(settings, order.Limit, cancel);
        string source = (of ?? order.Series).Text;
        (SensorStatus Sensor, SensorValue Value)? found = look.Sensors
            .Where(s => s.Fault is null)
            .SelectMany(s => s.Values.Where(v => v.Series == source).Select(v => ((SensorStatus, SensorValue)?)(s, v)))
            .FirstOrDefault();
        if (found is not { Sensor: var sensor, Value: var value })
        {
            console.Error($"eag-firmware: ไม่มีค่าในขณะนี้ / {source} gives no value now; 'eag-firmware doctor' says why");
            return null;
        }

        if (value.Quality is nameof(QualityFlag.Suspect) or nameof(QualityFlag.Fail))
        {
            console.Error($"eag-firmware: ค่าขณะนี้เชื่อถือไม่ได้ / {source} is {value.Quality} now, as dust is in humid air: calibrate when it is not");
            return null;
        }

        console.Error(string.Create(CultureInfo.InvariantCulture, $"อ่านค่าเมื่อ {sensor.AgeSeconds:0} วินาทีก่อน / read {sensor.AgeSeconds:0} s ago"));
        return of is null ? value.Uncalibrated ?? value.Value : value.Value;
    }

    private static int Write(CalibrationEntry entry, IConfigurationRoot settings, IConsole console)
    {
        string file = SettingsLines.FileOf(settings)
            ?? throw new FormatException("--write needs --config FILE, which it is written into");
        if (CalibrationFile.TryAdd(file, entry, out string? fault))
        {
            console.Error($"บันทึกแล้ว มีผลหลังสั่ง / written into {file}; it holds after: sudo systemctl restart eag-firmware");
            return ExitCodes.Ok;
        }

        console.Error($"eag-firmware: {fault}");
        return ExitCodes.Failed;
    }

    private static SeriesName Series(string text) =>
        SeriesName.TryParse(text, out SeriesName? series, out string? wrong) ? series : throw new FormatException(wrong);

    private static (double Raw, double Truth) Point(string text)
    {
        string[] parts = text.Split('=');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double raw) && double.IsFinite(raw)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double truth) && double.IsFinite(truth)
            ? (raw, truth)
            : throw new FormatException($"--point '{text}' is not RAW=TRUE, as in 12.5=10");
    }

    private sealed record Order(
        SeriesName Series, SeriesName? Of, string[] Points, double? Truth, int Degree, string By, bool IsWritten, TimeSpan Limit);
}
