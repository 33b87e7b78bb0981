using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// The limits of every quantity: the defaults, with those of some quantities put in their place. Two books of the same limits have the
/// same version.
/// </summary>
public sealed class QualityBook
{
    private const int VersionBytes = 6;

    private readonly Dictionary<string, QualityConfig> _configs;
    private string? _version;

    /// <summary>The defaults, with the given ones in the place of theirs; keys are codes of the catalog.</summary>
    public QualityBook(IReadOnlyDictionary<string, QualityConfig> changes)
    {
        _configs = QuantityCatalog.All.ToDictionary(q => q.Code, q => changes.GetValueOrDefault(q.Code) ?? QualityDefaults.Of(q));
    }

    /// <summary>The defaults.</summary>
    public static QualityBook Default { get; } = new(new Dictionary<string, QualityConfig>());

    /// <summary>12 hexadecimal digits that change when any limit changes.</summary>
    public string Version => _version ??= Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _configs.Select(c => $"{c.Key} {c.Value.Version}"))))
            .AsSpan(0, VersionBytes));

    /// <summary>The limits of a quantity.</summary>
    public QualityConfig For(Quantity quantity) => _configs[quantity.Code];

    /// <summary>
    /// Reads <c>{"pm25": {"gross_range": …}, …}</c>; a quantity that is named has exactly the tests it lists. Null with every fault when
    /// there is one.
    /// </summary>
    public static QualityBook? TryParse(string json, out IReadOnlyList<string> faults)
    {
        List<string> found = [];
        faults = found;
        Dictionary<string, QualityConfig> changes = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                found.Add("the limits must be an object of quantities");
                return null;
            }

            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (!QuantityCatalog.TryGet(property.Name, out _))
                {
                    found.Add($"quantity '{property.Name}' is not known");
                }

                changes[property.Name] = QualityJson.Read(property.Value, property.Name, found);
            }
        }
        catch (JsonException e)
        {
            found.Add($"not JSON: {e.Message}");
        }

        return found.Count == 0 ? new QualityBook(changes) : null;
    }
}
