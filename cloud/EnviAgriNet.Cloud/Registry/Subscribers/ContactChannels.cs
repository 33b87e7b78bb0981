namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>The ways by which a person can be reached, as they stand in contacts and deliveries.</summary>
internal static class ContactChannels
{
    /// <summary>SMS; the address is a phone number in E.164 form.</summary>
    public const string Sms = "sms";

    /// <summary>The on-screen phone of a demonstration; the address is a phone number in E.164 form.</summary>
    public const string Phone = "phone";

    /// <summary>Web push; the address is the browser's subscription as JSON.</summary>
    public const string Push = "push";

    /// <summary>LINE; the address is the user's id there.</summary>
    public const string Line = "line";

    /// <summary>E-mail; the address is a mail address.</summary>
    public const string Email = "email";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Sms, Phone, Push, Line, Email];
}
