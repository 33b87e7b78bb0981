using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>A person who consented to messages.</summary>
/// <param name="Number">Where to reach them.</param>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
/// <param name="Regions">The places they want to hear about; at least one.</param>
/// <param name="Channel"><c>sms</c> or <c>phone</c> (the on-screen one).</param>
/// <param name="ConsentAt">When they consented.</param>
internal sealed record Subscriber(
    PhoneNumber Number, string Language, IReadOnlyList<RegionId> Regions, string Channel, DateTimeOffset ConsentAt)
{
    /// <summary>The channel of the SMS gateway.</summary>
    public const string SmsChannel = "sms";

    /// <summary>The channel of the on-screen phone.</summary>
    public const string PhoneChannel = "phone";
}
