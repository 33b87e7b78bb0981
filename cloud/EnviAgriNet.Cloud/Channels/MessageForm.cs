using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>In which form a channel is given what it sends. Stored as a word before the language: <c>sms:th</c>.</summary>
internal static class MessageForm
{
    /// <summary>The first SMS: at most 70 units, which stands alone.</summary>
    public const string Sms = "sms";

    /// <summary>The second SMS, with detail; leaves when all first ones have.</summary>
    public const string Detail = "detail";

    /// <summary>A <see cref="FullMessage"/> as JSON, for channels with room.</summary>
    public const string Full = "full";

    /// <summary>The notice for a centre's siren and board as JSON; in no language of its own.</summary>
    public const string Siren = "siren";

    /// <summary>The form of a person's channel.</summary>
    public static string Of(string channel) => channel is ContactChannels.Sms or ContactChannels.Phone ? Sms : Full;
}
