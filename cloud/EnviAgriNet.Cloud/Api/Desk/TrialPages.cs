using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>Tells what an order that was tried would do: who would read what.</summary>
internal sealed class TrialPages(AudienceBook audience, PhonePages phones)
{
    private const string Now = "now";
    private const string Waits = "waits";
    private const string Nothing = "nothing";

    /// <summary>Tells it.</summary>
    public TrialView Of(ReleaseAnswer answer)
    {
        string fate = answer.Fate.ToString().ToLowerInvariant();
        if (answer.Alert is not { } alert || !answer.IsDone)
        {
            return new TrialView(fate, answer.Text, Nothing, 0, answer.Alert?.Number, null, false, null, 0, 0, []);
        }

        Audience told = audience.Of(alert.Region);
        string goes = answer.Fate != ReleaseFate.Done || !TargetingPolicy.Pages(alert) ? Nothing
            : alert.State == AlertState.Released ? Now
            : alert.State is AlertState.Draft or AlertState.Waiting ? Waits
            : Nothing;
        return new TrialView(
            fate, answer.Text, goes, answer.Missing, alert.Number, alert.Severity, alert.Siren, alert.ExpiresAt, told.People, told.Centres,
            phones.Of(alert.Texts, told));
    }
}
