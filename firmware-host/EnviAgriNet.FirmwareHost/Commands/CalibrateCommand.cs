using System.CommandLine;
using System.Globalization;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary><c>eag-firmware calibrate</c>: makes a calibration of what a sensor measured and what was true.</summary>
internal static class CalibrateCommand
{
    public static Command Create(ProgramOptions options, IConsole console)
    {
        Argument<string> series = new("series") { Description = "the series, as in soil_moisture:-0.1" };
        Option<string[]> points = new("--point") { Description = "a measured and a true value as RAW=TRUE; may stand several times" };
        Option<double?> truth = new("--true") { Description = "the true value now; the sensor is read for the measured one" };
        Option<string> by = new("--by") { Description = "who measures, by the name they have at the centre", Required = true };
        Option<bool> write = new("--write") { Description = "put it into the settings file, instead of writing it out only" };
        Option<TimeSpan> limit = ReadCommand.Limit();
        Command command = new("calibrate", "Makes a calibration: of one point the offset, of two or more the line through them");
        command.Arguments.Add(series);
        options.AddTo(command);
        foreach (Option option in (Option[])[points, truth, by, write, limit])
        {
            command.Options.Add(option);
        }

        command.SetAction((call, cancellation) => SettingsCall.RunAsync(options, call, console, settings => RunAsync(
            new Order(
                call.GetValue(series)!, call.GetValue(points) ?? [], call.GetValue(truth), call.GetValue(by)!, call.GetValue(write),
                call.GetValue(limit)),
            settings, console, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Order order, IConfigurationRoot settings, IConsole console, CancellationToken cancel)
    {
        if (!SeriesName.TryParse(order.Series, out SeriesName? series, out string? wrong))
        {
            throw new FormatException(wrong);
        }

        List<(double Raw, double Truth)> points = [.. order.Points.Select(Point)];
        if (order.Truth is { } truth)
        {
            if (await MeasureAsync(series, settings, order.Limit, cancel) is not { } raw)
            {
                console.Error($"eag-firmware: {series} gives no value now; 'eag-firmware doctor' says why");
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

        if (CalibrationEntry.Fit(points) is not { } coefficients || coefficients[1] <= 0)
        {
            throw new FormatException("the points lie too close together, or the true value falls while the measured one rises: measure again");
        }

        CalibrationEntry entry = new(
            series, [.. coefficients.Select(c => Math.Round(c, 6))], order.By, TimeProvider.System.GetUtcNow(), null);
        console.Line(entry.ToJson().ToJsonString());
        return order.IsWritten ? Write(entry, settings, console) : ExitCodes.Ok;
    }

    /// <summary>What the sensor gives before any calibration.</summary>
    private static async Task<double?> MeasureAsync(
        SeriesName series, IConfigurationRoot settings, TimeSpan limit, CancellationToken cancel)
    {
        SensorLook look = await SensorLook.TakeAsync(settings, limit, cancel);
        SensorValue? found = look.Sensors.Where(s => s.Fault is null).SelectMany(s => s.Values).FirstOrDefault(v => v.Series == series.Text);
        CalibrationEntry? now = Calibrations.Read(settings, []).Of(series, TimeProvider.System.GetUtcNow());
        return (found, now) switch
        {
            (null, _) => null,
            (_, null) => found.Value,
            (_, { Coefficients: [var offset, var gain] }) => Math.Round((found.Value - offset) / gain, 6),
            _ => look.Sensors.SelectMany(s => s.Values).FirstOrDefault(v => v.Series == RawSeries.Of(series).Text)?.Value,
        };
    }

    private static int Write(CalibrationEntry entry, IConfigurationRoot settings, IConsole console)
    {
        string file = SettingsLines.FileOf(settings)
            ?? throw new FormatException("--write needs --config FILE, which it is written into");
        if (CalibrationFile.TryAdd(file, entry, out string? fault))
        {
            console.Error($"written into {file}; it holds after: systemctl restart eag-firmware");
            return ExitCodes.Ok;
        }

        console.Error($"eag-firmware: {fault}");
        return ExitCodes.Failed;
    }

    private static (double Raw, double Truth) Point(string text)
    {
        string[] parts = text.Split('=');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double raw) && double.IsFinite(raw)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double truth) && double.IsFinite(truth)
            ? (raw, truth)
            : throw new FormatException($"--point '{text}' is not RAW=TRUE, as in 12.5=10");
    }

    private sealed record Order(string Series, string[] Points, double? Truth, string By, bool IsWritten, TimeSpan Limit);
}
