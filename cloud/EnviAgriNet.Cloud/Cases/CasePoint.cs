namespace EnviAgriNet.Cloud.Cases;

/// <summary>Where an open case is, as the person's phone said last.</summary>
internal sealed record CasePoint(CaseLine File, double Latitude, double Longitude);
