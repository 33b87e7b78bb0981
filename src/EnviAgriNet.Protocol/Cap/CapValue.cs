namespace EnviAgriNet.Protocol.Cap;

/// <summary>A name with its value, as in eventCode, parameter and geocode.</summary>
public sealed record CapValue(string Name, string Value);
