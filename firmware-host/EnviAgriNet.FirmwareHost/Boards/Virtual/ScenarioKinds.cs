using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>What may happen at a virtual centre; any of them together.</summary>
[Flags]
internal enum ScenarioKinds
{
    /// <summary>Nothing but the season.</summary>
    Normal = 0,

    /// <summary>PM2.5 climbs for a day, stays for three, clears.</summary>
    Haze = 1,

    /// <summary>Heavy rain, then a wave above the bank.</summary>
    Flood = 2,

    /// <summary>Rain several times a day for five days.</summary>
    Rain = 4,

    /// <summary>No rain any more.</summary>
    Drought = 8,

    /// <summary>One sensor repeats its value for hours.</summary>
    Stuck = 16,

    /// <summary>One sensor shows single impossible values.</summary>
    Spike = 32,

    /// <summary>One series stops.</summary>
    Dead = 64,
}

/// <summary>Reads a list of scenarios.</summary>
internal static class Scenarios
{
    /// <summary>Reads names with commas between them; false with a sentence that lists the names there are.</summary>
    public static bool TryParse(string text, out ScenarioKinds kinds, [NotNullWhen(false)] out string? fault)
    {
        kinds = ScenarioKinds.Normal;
        foreach (string name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // Enum.TryParse would take numbers as well.
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !Enum.TryParse(name, ignoreCase: true, out ScenarioKinds kind))
            {
                string known = string.Join(", ", Enum.GetNames<ScenarioKinds>()).ToLowerInvariant();
                fault = $"scenario '{name}' is none of {known}";
                return false;
            }

            kinds |= kind;
        }

        fault = null;
        return true;
    }
}
