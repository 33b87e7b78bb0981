using System.Net;
using System.Security.Cryptography;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Notifications to browsers. A push service that takes one has not shown it: the page's service worker says when it has. A repeat
/// replaces the notification it repeats.
/// </summary>
internal sealed class WebPushChannel : IChannel
{
    private readonly PushClient _client;
    private readonly PushServices _services;
    private readonly RecipientBook _recipients;
    private readonly GoneContacts _gone;
    private readonly CallbackTokens _tokens;
    private readonly WebPushOptions _options;
    private readonly TimeProvider _time;

    public WebPushChannel(
        PushClient client,
        RecipientBook recipients,
        GoneContacts gone,
        CallbackTokens tokens,
        IOptions<WebPushOptions> options,
        TimeProvider time)
    {
        _client = client;
        _recipients = recipients;
        _gone = gone;
        _tokens = tokens;
        _options = options.Value;
        _time = time;
        _services = new PushServices(_options.Pace, time);
    }

    /// <inheritdoc/>
    public string Name => ContactChannels.Push;

    /// <inheritdoc/>
    public ChannelPace Pace => _options.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        if (_recipients.AddressOf(job.Recipient, Name) is not { } address)
        {
            return SendOutcome.Refused("stopped");
        }

        if (!PushSubscription.TryParse(address, out PushSubscription? subscription, out string fault))
        {
            return SendOutcome.Refused($"the subscription {fault}");
        }

        string host = subscription.Endpoint.Host;
        TimeSpan life = job.Deadline - _time.GetUtcNow();
        TimeSpan pause = _services.PauseOf(host);
        return !_options.Allows(host) ? SendOutcome.Refused("push service is not on the list")
            : life <= TimeSpan.Zero ? new SendOutcome(DeliveryState.Expired, "deadline")
            : pause > TimeSpan.Zero ? SendOutcome.Later("push service is left alone", pause)
            : await SendAsync(job, subscription, life, cancellationToken);
    }

    private async Task<SendOutcome> SendAsync(
        DeliveryJob job, PushSubscription subscription, TimeSpan life, CancellationToken cancellationToken)
    {
        string host = subscription.Endpoint.Host;
        try
        {
            PushReply reply = await _client.SendAsync(subscription, MessageOf(job, life), cancellationToken);
            return Judge(job, host, reply);
        }
        catch (HttpRequestException e)
        {
            return SendOutcome.Later($"push service not reachable: {e.HttpRequestError}", _services.OnFault(host, null));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.Later("push service did not answer in time", _services.OnFault(host, null));
        }
        catch (CryptographicException)
        {
            return SendOutcome.Refused("the subscription's key cannot be used");
        }
    }

    private SendOutcome Judge(DeliveryJob job, string host, PushReply reply)
    {
        int status = (int)reply.Status;
        if (reply.Status is HttpStatusCode.TooManyRequests || status >= 500)
        {
            return SendOutcome.Later($"push service says {status}", _services.OnFault(host, reply.RetryAfter));
        }

        _services.OnAnswer(host);
        switch (reply.Status)
        {
            case HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent:
                return SendOutcome.Sent;
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                DateTimeOffset now = _time.GetUtcNow();
                _gone.Stop(job.Recipient, Name, now, now);
                return SendOutcome.Refused("the browser has unsubscribed");
            case HttpStatusCode.RequestEntityTooLarge:
                return SendOutcome.Refused("too long for the push service");
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return SendOutcome.Refused($"push service lets us not in: {status}");
            default:
                return SendOutcome.Refused($"push service says {status}");
        }
    }

    private PushMessage MessageOf(DeliveryJob job, TimeSpan life)
    {
        string name = CallbackTokens.NameOf(job.Id);
        PushPayload payload = PayloadOf(job) with
        {
            ExpiresMs = job.Deadline.ToUnixTimeMilliseconds(),
            Shown = $"{PushPaths.Shown}?our={name}&token={_tokens.TokenOf(ContactChannels.Push, name)}",
        };
        return new PushMessage(payload.Encode(PushLimits.PayloadBytesMax), payload.Event, payload.Severity, payload.IsAllClear, life);
    }

    // What is no alert, an answer or a code, is the text as it is.
    private static PushPayload PayloadOf(DeliveryJob job) => LongText.Read(job.Text) is { } message
        ? new PushPayload
        {
            Identifier = message.Identifier,
            Event = message.Event,
            Language = message.Language,
            Severity = message.Severity,
            IsAllClear = message.IsAllClear,
            Title = message.Headline,
            Body = string.Join('\n', new[] { message.Instruction, message.Description, message.SenderName }.Where(text => text.Length > 0)),
        }
        : new PushPayload { Identifier = job.Alert, Event = job.Alert, Severity = job.Severity, Title = "EnviAgriNet", Body = job.Text };
}
