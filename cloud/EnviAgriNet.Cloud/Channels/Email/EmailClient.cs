using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>One mail to one recipient.</summary>
internal sealed class EmailClient(IOptions<EmailOptions> options, TimeProvider time)
{
    /// <summary>Sends a mail; throws an <see cref="EmailException"/> when it was not taken, or nobody knows.</summary>
    /// <param name="to">The recipient; checked to be one plain address.</param>
    /// <param name="digest">What to say.</param>
    /// <param name="name">Names the mail, so that a mail system can tell a repeat.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public async Task SendAsync(string to, EmailDigest digest, string name, CancellationToken cancellationToken)
    {
        EmailOptions settings = options.Value;
        byte[] mail = EmailMime.Write(settings.From!, to, digest, name, time.GetUtcNow());
        string? password = settings.Username is null ? null : (await File.ReadAllTextAsync(settings.PasswordFile!, cancellationToken)).Trim();
        using TcpClient connection = new();
        SmtpSession? session = null;
        try
        {
            await connection.ConnectAsync(settings.Host, settings.Port, cancellationToken);
            session = new SmtpSession(connection, settings);
            await session.OpenAsync(password, cancellationToken);
            await session.SendAsync(settings.From!, to, mail, cancellationToken);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            throw new EmailException(
                session?.Stage ?? EmailStage.Session, 0, e is OperationCanceledException ? "no answer in time" : "not reachable", e);
        }
        finally
        {
            session?.Dispose();
        }
    }
}
