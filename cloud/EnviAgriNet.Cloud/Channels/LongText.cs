using System.Text.Json;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>A message with room as plain text: an alert's parts one below the other, anything else as it is.</summary>
internal static class LongText
{
    /// <summary>The text in at most so many UTF-16 units; a cut stands between graphemes and is shown.</summary>
    public static string Of(string text, int unitsMax) => SmsText.Shorten(Read(text) is { } message ? Write(message) : text, unitsMax);

    /// <summary>The alert, or null when it is none.</summary>
    public static FullMessage? Read(string text)
    {
        try
        {
            return FullMessage.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What to do stands before what is happening: a screen may show the first lines only.</summary>
    public static string Write(FullMessage message) => string.Join(
        '\n',
        new[] { message.Headline, message.Area, message.Instruction, message.Description, message.SenderName }
            .Where(part => part.Length > 0));
}
