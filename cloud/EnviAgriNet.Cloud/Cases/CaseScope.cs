using System.Text.Json;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// Which cases somebody sees who works in some regions: those within them, those whose place is known no better than a region around
/// them, and those without a place. A call that nobody can place must be seen by too many rather than by nobody.
/// </summary>
internal sealed class CaseScope
{
    /// <summary>The name of the parameter of <see cref="Condition"/>; its value is <see cref="Codes"/>.</summary>
    public const string Parameter = "$scope";

    /// <summary>The condition on a row with a column <c>region</c>.</summary>
    public const string Condition =
        """
        ($scope IS NULL OR region IS NULL OR EXISTS (SELECT 1 FROM json_each($scope) own
            WHERE substr(region, 1, length(own.value)) = own.value OR substr(own.value, 1, length(region)) = region))
        """;

    private readonly IReadOnlyList<RegionId> _regions;

    /// <summary>The scope of regions; of none for the whole country.</summary>
    public CaseScope(IReadOnlyList<RegionId> regions)
    {
        _regions = regions;
        Codes = regions.Count == 0 ? null : $"[{string.Join(',', regions.Select(region => $"\"{JsonEncodedText.Encode(region.Code)}\""))}]";
    }

    /// <summary>The codes as a JSON array; null for the whole country.</summary>
    public string? Codes { get; }

    /// <summary>Whether a case is within.</summary>
    public bool Holds(CaseLine file) => _regions.Count == 0 || !RegionId.TryParse(file.Region, out RegionId place)
        || _regions.Any(own => own.Contains(place) || place.Contains(own));
}
