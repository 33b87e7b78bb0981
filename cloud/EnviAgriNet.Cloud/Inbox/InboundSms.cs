using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>A message as the gateway hands it over. Its text is not printed.</summary>
internal sealed record InboundSms
{
    private InboundSms(string id, string sender, bool canBeAnswered, string text)
    {
        (Id, Sender, CanBeAnswered, Text) = (id, sender, canBeAnswered, text);
    }

    /// <summary>The gateway's id of it: a repeat has the same.</summary>
    public string Id { get; }

    /// <summary>The sender in normal form: a number in E.164 form where it is one.</summary>
    public string Sender { get; }

    /// <summary>Whether it is a Thai mobile number, which answers can go to.</summary>
    public bool CanBeAnswered { get; }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Reads what the gateway gave; false with what is wrong, without a word of the message.</summary>
    public static bool TryRead(
        string? id, string? from, string? text, [NotNullWhen(true)] out InboundSms? sms, [NotNullWhen(false)] out string? fault)
    {
        sms = null;
        if (id is not { Length: > 0 and <= Limits.MessageIdLengthMax } || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            fault = $"id is not 1 to {Limits.MessageIdLengthMax} letters, digits, '-', '_' and '.'";
            return false;
        }

        if (text is null)
        {
            fault = "text is missing";
            return false;
        }

        string? sender = PhoneNumber.TryParse(from, out PhoneNumber number) ? number.E164 : Foreign(from);
        if (sender is null)
        {
            fault = "from is not the sender of an SMS";
            return false;
        }

        sms = new InboundSms(id, sender, number.E164.Length > 0, text.Length <= Limits.TextUnitsKeptMax ? text : text[..Limits.TextUnitsKeptMax] + "…");
        fault = null;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"message {Id}";

    // A tourist's number, a short code, or a sender in letters: it is kept, a call for help is a case, and no answer goes there.
    private static string? Foreign(string? from)
    {
        string bare = (from ?? string.Empty).Trim();
        return bare.Length is > 0 and <= 20 && bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or ' ' or '-' or '.' or '_') ? bare : null;
    }
}
