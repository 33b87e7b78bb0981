namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>A call that names no series; the message names the option at fault, and what is there instead.</summary>
internal sealed class SeriesFault(string message) : Exception(message);
