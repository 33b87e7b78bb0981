namespace EnviAgriNet.FirmwareHost.Commands;

internal static class SampleConfig
{
    public static string Text => "{}";
}
