using System.Globalization;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>
/// Reads the entry of one sensor in the settings and gathers every fault, each with its key and its limit; a key that nobody asked for
/// is a fault too.
/// </summary>
internal sealed class SensorEntry
{
    private readonly IConfigurationSection _entry;
    private readonly ICollection<string> _faults;
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase) { "Name", "Kind" };
    private readonly int _before;

    public SensorEntry(IConfigurationSection entry, ICollection<string> faults)
    {
        _entry = entry;
        _faults = faults;
        _before = faults.Count;
        Name = Text("Name");
        Kind = Text("Kind");
    }

    /// <summary>What the operator calls the sensor.</summary>
    public string Name { get; }

    /// <summary>The kind of sensor.</summary>
    public string Kind { get; }

    /// <summary>Whether a fault was found in this entry.</summary>
    public bool IsFaulty => _faults.Count > _before;

    /// <summary>Adds a fault of a key.</summary>
    public void Fault(string key, string sentence) => _faults.Add($"{_entry.Path}:{key} {sentence}");

    /// <summary>Whether the entry has that key.</summary>
    public bool Has(string key) => _entry.GetSection(key).Exists();

    /// <summary>A text that must be there, unless there is a default.</summary>
    public string Text(string key, string? standard = null)
    {
        _known.Add(key);
        string? text = _entry[key];
        if (string.IsNullOrWhiteSpace(text) && standard is null)
        {
            Fault(key, "is missing");
        }

        return string.IsNullOrWhiteSpace(text) ? standard ?? string.Empty : text;
    }

    /// <summary>A number or a span of time within limits, or its default.</summary>
    public T Value<T>(string key, T standard, T min, T max)
        where T : IParsable<T>, IComparable<T>
    {
        _known.Add(key);
        if (_entry[key] is not { } text)
        {
            return standard;
        }

        if (!T.TryParse(text, CultureInfo.InvariantCulture, out T? value) || value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
        {
            Fault(key, $"'{text}' is not from {min} to {max}");
            return standard;
        }

        return value;
    }

    /// <summary>One of a few words, or its default.</summary>
    public T Choice<T>(string key, T standard)
        where T : struct, Enum
    {
        _known.Add(key);
        if (_entry[key] is not { } text)
        {
            return standard;
        }

        if (!Enum.TryParse(text, ignoreCase: true, out T value) || !Enum.IsDefined(value) || char.IsAsciiDigit(text[0]))
        {
            Fault(key, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}");
            return standard;
        }

        return value;
    }

    /// <summary>A series that may be named; null when it is not, or wrong.</summary>
    public SeriesName? Series(string key)
    {
        _known.Add(key);
        return _entry[key] is { } text ? Series(key, text) : null;
    }

    /// <summary>The keys and values below a key, such as a table of names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Table(string key)
    {
        _known.Add(key);
        return [.. _entry.GetSection(key).GetChildren().Select(c => KeyValuePair.Create(c.Key, c.Value ?? string.Empty))];
    }

    /// <summary>
    /// Which channel goes to which series: those of <c>Series</c>, or all with their own names when it is left out.
    /// </summary>
    /// <param name="channels">The channels there are, each with its own series.</param>
    public IReadOnlyDictionary<string, SeriesName> Channels(IReadOnlyDictionary<string, string> channels)
    {
        const string Key = "Series";
        IReadOnlyList<KeyValuePair<string, string>> named = Table(Key);
        Dictionary<string, SeriesName> result = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string channel, string series) in named.Count > 0 ? named : [.. channels])
        {
            if (!channels.Keys.Contains(channel, StringComparer.OrdinalIgnoreCase))
            {
                Fault($"{Key}:{channel}", $"is none of {string.Join(", ", channels.Keys)}");
            }
            else if (Series($"{Key}:{channel}", series) is { } name)
            {
                if (result.ContainsValue(name))
                {
                    Fault($"{Key}:{channel}", $"goes to {name}, as another channel does");
                }

                result[channel] = name;
            }
        }

        return result;
    }

    /// <summary>Adds a fault for each key that was not asked for; call it last.</summary>
    public void RefuseOthers()
    {
        foreach (IConfigurationSection child in _entry.GetChildren().Where(c => !_known.Contains(c.Key)))
        {
            Fault(child.Key, $"is none of {string.Join(", ", _known)}");
        }
    }

    private SeriesName? Series(string key, string text)
    {
        if (SeriesName.TryParse(text, out SeriesName? name, out string? fault))
        {
            return name;
        }

        Fault(key, fault);
        return null;
    }
}
