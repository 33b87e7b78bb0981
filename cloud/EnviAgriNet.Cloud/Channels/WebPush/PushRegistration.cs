using System.Globalization;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Takes browsers in and lets them go. A browser is a subscriber of its own without a number: its permission is the confirmation,
/// and whoever knows all of a subscription is that browser. Safe for use by several threads.
/// </summary>
internal sealed class PushRegistration(
    SubscriberBook subscribers, GoneContacts gone, IOptions<WebPushOptions> options, TimeProvider time)
{
    private const double PerSecond = 200;

    private readonly Lock _guard = new();
    private readonly RateLimit _rate = new(PerSecond, time);

    /// <summary>Whether one more may be taken now; a crowd is asked to come again.</summary>
    public bool MayEnter()
    {
        lock (_guard)
        {
            return _rate.Take(1) == 1;
        }
    }

    /// <summary>Takes a browser in, or changes its places; why not, or null. A repeat changes nothing.</summary>
    public string? Subscribe(PushForm form)
    {
        if (!PushSubscription.TryParse(form.Subscription, out PushSubscription? subscription, out string fault))
        {
            return $"the subscription {fault}";
        }

        if (!options.Value.Allows(subscription.Endpoint.Host))
        {
            return "the subscription's push service is not on our list";
        }

        if (form.Language is not (Languages.Thai or Languages.English))
        {
            return "the language is neither th nor en";
        }

        if (form.Regions is not { Count: > 0 and <= PushLimits.RegionsMax } regions
            || regions.Any(code => !RegionId.TryParse(code, out _)))
        {
            return $"there are not 1 to {PushLimits.RegionsMax} places of 2, 4 or 6 digits";
        }

        if (form.Consent is not { Length: > 0 and <= 40 } consent || !consent.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
        {
            return "nothing was agreed to";
        }

        RegionId[] places = [.. regions.Select(code => RegionId.Parse(code!)).Distinct().OrderBy(region => region.Code, StringComparer.Ordinal)];
        subscribers.Store([new Subscriber(
            form.Language,
            places,
            [],
            [new Contact(ContactChannels.Push, subscription.ToJson())],
            new Consent(consent, time.GetUtcNow(), "web"))]);
        return null;
    }

    /// <summary>Lets a browser go; whether it was there is not told.</summary>
    public string? Unsubscribe(PushForm form)
    {
        if (PushSubscription.TryParse(form.Subscription, out PushSubscription? subscription, out _)
            && subscribers.FindByAddress(ContactChannels.Push, subscription.ToJson()) is { } id)
        {
            DateTimeOffset now = time.GetUtcNow();
            gone.Stop(id.ToString(CultureInfo.InvariantCulture), ContactChannels.Push, now, now);
        }

        return null;
    }
}
