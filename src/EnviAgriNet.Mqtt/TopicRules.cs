using System.Text;

namespace EnviAgriNet.Mqtt;

/// <summary>What MQTT allows as a topic and as a filter.</summary>
public static class TopicRules
{
    private const string SharePrefix = "$share/";

    /// <summary>Throws if a message cannot be published on the topic.</summary>
    /// <exception cref="ArgumentException">The message names the rule that is broken.</exception>
    public static void RequireTopic(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (TopicFault(topic) is { } fault)
        {
            throw new ArgumentException(fault, nameof(topic));
        }
    }

    /// <summary>Throws if the filter cannot be subscribed to.</summary>
    /// <exception cref="ArgumentException">The message names the rule that is broken.</exception>
    public static void RequireFilter(string filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (FilterFault(filter) is { } fault)
        {
            throw new ArgumentException(fault, nameof(filter));
        }
    }

    /// <summary>The rule that the topic breaks, or null if it is valid.</summary>
    public static string? TopicFault(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.AsSpan().ContainsAny('+', '#') ? "A topic has no wildcards" : TextFault(topic);
    }

    /// <summary>The rule that the filter breaks, or null if it is valid; shared filters are understood.</summary>
    public static string? FilterFault(string filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (TextFault(filter) is { } fault)
        {
            return fault;
        }

        if (!filter.StartsWith(SharePrefix, StringComparison.Ordinal))
        {
            return filter is "$share" ? "A shared filter has a group and a filter" : LevelsFault(filter);
        }

        int groupEnd = filter.IndexOf('/', SharePrefix.Length);
        if (groupEnd <= SharePrefix.Length || groupEnd == filter.Length - 1)
        {
            return "A shared filter has a group and a filter";
        }

        return filter.AsSpan(SharePrefix.Length, groupEnd - SharePrefix.Length).ContainsAny('+', '#')
            ? "The group of a shared filter has no wildcards"
            : LevelsFault(filter[(groupEnd + 1)..]);
    }

    private static string? LevelsFault(string filter)
    {
        string[] levels = filter.Split('/');
        for (int i = 0; i < levels.Length; i++)
        {
            if (levels[i].Length > 1 && levels[i].AsSpan().ContainsAny('+', '#'))
            {
                return "A wildcard fills a whole level";
            }

            if (levels[i] is "#" && i < levels.Length - 1)
            {
                return "The wildcard # stands at the end";
            }
        }

        return null;
    }

    private static string? TextFault(string text)
    {
        if (text.Length == 0)
        {
            return "It is empty";
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return "It has a NUL character";
        }

        if (text.AsSpan().IndexOfAnyInRange('\u0001', '\u001F') >= 0
            || text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') >= 0)
        {
            return "It has a control character";
        }

        // A lone half of a surrogate pair would change silently on its way to UTF-8; some brokers hang up on others.
        for (int i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out Rune rune) || (rune.Value & 0xFFFE) == 0xFFFE
                || rune.Value is >= 0xFDD0 and <= 0xFDEF)
            {
                return "It has a character that is not valid in UTF-8 text";
            }

            i += rune.Utf16SequenceLength;
        }

        return Encoding.UTF8.GetByteCount(text) > Limits.TopicBytesMax ? "It is longer than 65535 bytes" : null;
    }
}
