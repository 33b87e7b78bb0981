using System.Text;
using EnviAgriNet.FirmwareHost.Sensors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors;

/// <summary>Sensors from entries as they stand in the settings.</summary>
internal static class Entries
{
    /// <summary>Where sensors live in a test.</summary>
    public static SensorSurroundings At(TimeProvider time, ILoggerFactory? logs = null, string sys = "/nonesuch", string dev = "/nonesuch") =>
        new(sys, dev, Path.GetTempPath(), time, logs ?? LoggerFactory.Create(_ => { })) { Wire = TimeProvider.System };

    /// <summary>The sensor of an entry, which must have no fault.</summary>
    public static ISensor Make(ISensorFamily family, SensorSurroundings at, string json)
    {
        List<string> faults = [];
        ISensor? sensor = family.Make(Section(json), at, faults);
        Assert.True(faults is [], string.Join('\n', faults));
        return sensor!;
    }

    /// <summary>All faults of an entry.</summary>
    public static IReadOnlyList<string> Faults(ISensorFamily family, string json)
    {
        List<string> faults = [];
        Assert.Null(family.Make(Section(json), At(TimeProvider.System), faults));
        return faults;
    }

    private static IConfigurationSection Section(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($"{{ \"Sensors\": [ {json} ] }}")))
        .Build()
        .GetSection("Sensors:0");
}
