namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>A region to choose.</summary>
internal sealed record PlaceLine(string Id, string Th, string En);
