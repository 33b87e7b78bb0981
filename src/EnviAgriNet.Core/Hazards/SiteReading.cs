using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Hazards;

/// <summary>A reading with what a judgement needs to know of its station.</summary>
public readonly record struct SiteReading(Site Site, Reading Reading);
