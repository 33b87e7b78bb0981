namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>When a field will likely be ready for harvest.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">What it was judged by.</param>
public sealed record HarvestWindow(DateOnly From, DateOnly To, StageBasis Basis);
