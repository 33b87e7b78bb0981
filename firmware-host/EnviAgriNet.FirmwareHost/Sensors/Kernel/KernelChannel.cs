namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>A channel of a driver: which quantity it measures, and how the driver's unit becomes the catalogue's.</summary>
/// <param name="Name">The channel as it stands in the settings, such as <c>temp</c> or <c>humidity1</c>.</param>
/// <param name="Series">The series it goes to when the settings name none.</param>
/// <param name="Factor">What the driver's number is multiplied with.</param>
internal sealed record KernelChannel(string Name, string Series, double Factor);
