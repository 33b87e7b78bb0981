using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Identity;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Quality;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Edge.Uplink;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Edge;

/// <summary>Every setting with its default, as a settings file. Made from the options themselves, so that it cannot drift.</summary>
internal static class SampleSettings
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's text.</summary>
    public static string Text()
    {
        JsonObject sample = new()
        {
            [StationOptions.Section] = Section(new StationOptions { Id = "centre-01", Region = "500101" }),
            [IntakeOptions.Section] = Section(new IntakeOptions()),
            [QualityOptions.Section] = Section(new QualityOptions()),
            [OutboxOptions.Section] = Section(new OutboxOptions()),
            [PackingOptions.Section] = Section(new PackingOptions()),
            [UplinkOptions.Section] = Section(new UplinkOptions()),
            [LinkOptions.Section] = Section(new LinkOptions()),
            [IdentityOptions.Section] = Section(new IdentityOptions()),
            [DownlinkOptions.Section] = Section(new DownlinkOptions()),
            [RulesOptions.Section] = Section(new RulesOptions()),
            [StatusOptions.Section] = Section(new StatusOptions()),
            [ClockOptions.Section] = Section(new ClockOptions()),
        };
        return sample.ToJsonString(Indented);
    }

    private static JsonObject Section(object options)
    {
        JsonObject section = [];
        foreach (System.Reflection.PropertyInfo property in options.GetType().GetProperties().Where(p => p.CanWrite))
        {
            section[property.Name] = property.GetValue(options) switch
            {
                null => null,
                bool yes => JsonValue.Create(yes),
                int number => JsonValue.Create(number),
                long number => JsonValue.Create(number),
                { } other => JsonValue.Create(other.ToString()),
            };
        }

        return section;
    }
}
