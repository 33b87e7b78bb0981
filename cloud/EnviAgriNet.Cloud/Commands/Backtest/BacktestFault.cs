namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>What was asked for cannot be tried; the message tells a person which option, column or file to change.</summary>
internal sealed class BacktestFault(string message) : Exception(message);
