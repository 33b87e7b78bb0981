namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>A row or a call that cannot be calculated; the message names the input or column at fault, and its limit.</summary>
internal sealed class CalcFault(string name, string reason) : Exception($"{name} {reason}");
