using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>One mail to one recipient by SMTP.</summary>
internal sealed class EmailClient(IOptions<EmailOptions> options)
{
    private readonly Lazy<string> _password = new(() => File.ReadAllText(options.Value.PasswordFile!).Trim());

    /// <summary>Sends a mail; throws what <see cref="SmtpClient"/> throws.</summary>
    /// <param name="to">The recipient; checked to be one address.</param>
    /// <param name="digest">What to say.</param>
    /// <param name="name">Names the mail, so that a mail system can tell a repeat.</param>
    /// <param name="cancellationToken">Gives up at once; the fate is then unknown.</param>
    public async Task SendAsync(string to, EmailDigest digest, string name, CancellationToken cancellationToken)
    {
        EmailOptions settings = options.Value;
        using MailMessage mail = new(new MailAddress(settings.From!, "EnviAgriNet", Encoding.UTF8), new MailAddress(to))
        {
            Subject = digest.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = digest.Plain,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(digest.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        mail.Headers.Add("Message-ID", $"<{name}@{settings.From!.Split('@')[1]}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using SmtpClient client = new(settings.Host, settings.Port)
        {
            EnableSsl = settings.Security == EmailSecurity.StartTls,
            DeliveryFormat = SmtpDeliveryFormat.SevenBit,
            UseDefaultCredentials = false,
            Credentials = settings.Username is { } user ? new NetworkCredential(user, _password.Value) : null,
        };
        await client.SendMailAsync(mail, cancellationToken);
    }
}
