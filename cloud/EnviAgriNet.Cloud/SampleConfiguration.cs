using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.OpenId;
using EnviAgriNet.Cloud.Access.Passkeys;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Cloud.Channels.Email;
using EnviAgriNet.Cloud.Channels.Line;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Channels.WebPush;
using EnviAgriNet.Cloud.Inbox;
using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registration;

using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Cloud;

/// <summary>The settings with their defaults, as <c>--print-config</c> writes them.</summary>
internal static class SampleConfiguration
{
    private static readonly (string Section, object Defaults)[] Sections =
    [
        (CloudOptions.Section, new CloudOptions()),
        (LinkOptions.Section, new LinkOptions()),
        (IngestOptions.Section, new IngestOptions()),
        (StoreOptions.Section, new StoreOptions()),
        (QualityOptions.Section, new QualityOptions()),
        (RegionsOptions.Section, new RegionsOptions()),
        (AlertsOptions.Section, new AlertsOptions()),
        (ReleaseOptions.Section, new ReleaseOptions()),
        (PlatformsOptions.Section, new PlatformsOptions()),
        (ApiOptions.Section, new ApiOptions()),
        (KpiOptions.Section, new KpiOptions()),
        (AccessOptions.Section, new AccessOptions()),
        (PasskeyOptions.Section, new PasskeyOptions()),
        (OpenIdOptions.Section, new OpenIdOptions()),
        (SmsOptions.Section, new SmsOptions()),
        (PhoneOptions.Section, new PhoneOptions()),
        (SirenOptions.Section, new SirenOptions()),
        (QuietOptions.Section, new QuietOptions()),
        (EscalationOptions.Section, new EscalationOptions()),
        (WebPushOptions.Section, new WebPushOptions()),
        (LineOptions.Section, new LineOptions()),
        (EmailOptions.Section, new EmailOptions()),
        (CellBroadcastOptions.Section, new CellBroadcastOptions()),
        (RegistrationOptions.Section, new RegistrationOptions()),
        (CasesOptions.Section, new CasesOptions()),
        (AdvisoriesOptions.Section, new AdvisoriesOptions()),
        (InboxOptions.Section, new InboxOptions()),
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The names of the top sections; a file with another one is refused.</summary>
    public static IReadOnlySet<string> TopSections { get; } =
        Sections.Select(section => section.Section.Split(':')[0]).Append("Logging").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The whole file.</summary>
    public static string Write()
    {
        JsonObject root = [];
        foreach ((string section, object defaults) in Sections)
        {
            string[] path = section.Split(':');
            JsonObject at = root;
            foreach (string step in path[..^1])
            {
                at[step] ??= new JsonObject();
                at = at[step]!.AsObject();
            }

            at[path[^1]] = JsonSerializer.SerializeToNode(defaults, defaults.GetType(), Json);
        }

        return root.ToJsonString(Json);
    }
}
