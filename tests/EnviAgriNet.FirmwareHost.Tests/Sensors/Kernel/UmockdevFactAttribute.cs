namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Kernel;

/// <summary>A test that shows the program the recorded devices of another machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UmockdevFactAttribute : FactAttribute
{
    public UmockdevFactAttribute()
    {
        if (!File.Exists("/usr/bin/umockdev-run"))
        {
            Skip = "There is no umockdev-run, which shows a program the devices of another machine";
        }
    }
}
