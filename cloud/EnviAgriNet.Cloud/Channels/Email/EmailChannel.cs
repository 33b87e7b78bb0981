using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>
/// Mail to agencies. What is not grave waits for the next full interval, so that all of it goes as one mail; the server taking it is
/// the last that we hear.
/// </summary>
internal sealed class EmailChannel(
    EmailClient client, RecipientBook recipients, IOptions<EmailOptions> options, TimeProvider time) : IBatchChannel
{
    private const string Held = "held for the digest";

    /// <inheritdoc/>
    public string Name => ContactChannels.Email;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => false;

    /// <inheritdoc/>
    public int BatchMax => 100;

    // Grave alerts do not share a mail with those that are still to be gathered.
    /// <inheritdoc/>
    public string BatchKeyOf(DeliveryJob job) => $"{job.Recipient} {IsAtOnce(job)} {job.Attempts > 1}";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<DeliveryJob> jobs, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan wait = UntilDigest(now, options.Value.DigestEvery);
        SendOutcome outcome = jobs[0].Attempts == 1 && !IsAtOnce(jobs[0]) && jobs.All(job => job.Deadline > now + wait)
            ? SendOutcome.Later(Held, wait)
            : await SendNowAsync(jobs, cancellationToken);
        return [.. jobs.Select(_ => outcome)];
    }

    /// <summary>How long until the next full interval of the clock.</summary>
    internal static TimeSpan UntilDigest(DateTimeOffset now, TimeSpan every) =>
        TimeSpan.FromTicks(every.Ticks - (now.UtcTicks % every.Ticks));

    private bool IsAtOnce(DeliveryJob job) =>
        LongText.Read(job.Text) is null || TargetingPolicy.Priority(job.Severity) >= TargetingPolicy.Priority(options.Value.AtOnceFrom);

    private async Task<SendOutcome> SendNowAsync(IReadOnlyList<DeliveryJob> jobs, CancellationToken cancellationToken)
    {
        if (recipients.AddressOf(jobs[0].Recipient, Name) is not { } address)
        {
            return SendOutcome.Refused("stopped");
        }

        if (!EmailAddress.Is(address))
        {
            return SendOutcome.Refused("the address is none that can be sent to");
        }

        FullMessage[] alerts = [.. jobs.Select(job => LongText.Read(job.Text)).OfType<FullMessage>()];
        string[] notes = [.. jobs.Where(job => LongText.Read(job.Text) is null).Select(job => job.Text)];
        EmailDigest digest = EmailDigest.Of(alerts, notes, alerts.FirstOrDefault()?.Language ?? Languages.Thai);
        using CancellationTokenSource due = new(options.Value.CallTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
        try
        {
            await client.SendAsync(address, digest, NameOf(jobs), either.Token);
            return SendOutcome.Sent;
        }
        catch (SmtpException e)
        {
            return Judge(e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.FateUnknown("mail server did not answer in time");
        }
    }

    // The text of a mail server may repeat the address, so that only its code is kept.
    private static SendOutcome Judge(SmtpException e) => e switch
    {
        SmtpFailedRecipientException { StatusCode: var code } when (int)code is >= 400 and < 500 => SendOutcome.Later($"mail server says {(int)code}", TimeSpan.FromMinutes(5)),
        SmtpFailedRecipientException { StatusCode: var code } => SendOutcome.Refused($"mail server says {(int)code}"),
        { StatusCode: SmtpStatusCode.GeneralFailure } => SendOutcome.Away("mail server is not reachable"),
        { StatusCode: var code } when (int)code is 530 or 534 or 535 or 538 => SendOutcome.Away($"mail server lets us not in: {(int)code}"),
        { StatusCode: var code } when (int)code is >= 500 => SendOutcome.Refused($"mail server says {(int)code}"),
        { StatusCode: var code } => SendOutcome.Away($"mail server says {(int)code}"),
    };

    private static string NameOf(IReadOnlyList<DeliveryJob> jobs) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', jobs.Select(job => $"{job.Alert}#{job.Id}")))).AsSpan(0, 16));
}
