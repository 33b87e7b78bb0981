using EnviAgriNet.Cloud.Registry.Markets;

namespace EnviAgriNet.Cloud.Imports.Reports;

/// <summary>What an import did, for a person to check.</summary>
/// <param name="Name">The file or address.</param>
/// <param name="Form">The form that was recognised or given.</param>
/// <param name="Source">Who published it.</param>
/// <param name="IsTrial">Whether nothing was kept.</param>
/// <param name="Figures">How many figures were read.</param>
/// <param name="Counts">What became of them.</param>
/// <param name="Log">What was corrected, refused and left out, and where there was no quote.</param>
internal sealed record MarketReport(
    string Name, string Form, string Source, bool IsTrial, int Figures, MarketCounts Counts, ImportLog Log);
