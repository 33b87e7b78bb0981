namespace EnviAgriNet.Edge.Identity;

/// <summary>The station has no certificate, and why, in words for whoever stands at it.</summary>
internal sealed class IdentityException(string message) : Exception(message);
