using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>One value of one series.</summary>
internal readonly record struct Measurement(SeriesName Series, double Value, QualityFlag Flag = QualityFlag.NotEvaluated);
