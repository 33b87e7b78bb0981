using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>
/// One conversation with a mail server (RFC 5321, STARTTLS of RFC 3207, AUTH PLAIN of RFC 4954). It knows how far it has come, which
/// decides between a retry and an unknown fate.
/// </summary>
internal sealed class SmtpSession(TcpClient connection, EmailOptions options) : IDisposable
{
    private const int LineBytesMax = 1_000;
    private const int LinesMax = 100;

    private readonly byte[] _buffer = new byte[4_096];
    private Stream _stream = connection.GetStream();
    private int _begin;
    private int _end;

    /// <summary>How far it has come.</summary>
    public EmailStage Stage { get; private set; }

    /// <summary>Greets, encrypts and introduces us.</summary>
    public async Task OpenAsync(string? password, CancellationToken cancellationToken)
    {
        await ExpectAsync(null, 220, cancellationToken);
        await ExpectAsync("EHLO eag", 250, cancellationToken);
        if (options.Security == EmailSecurity.StartTls)
        {
            await ExpectAsync("STARTTLS", 220, cancellationToken);
            await EncryptAsync(cancellationToken);
            await ExpectAsync("EHLO eag", 250, cancellationToken);
        }

        if (options.Username is { } user)
        {
            string plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
            await ExpectAsync($"AUTH PLAIN {plain}", 235, cancellationToken);
        }
    }

    /// <summary>Hands over one mail. The addresses were checked to be plain ones.</summary>
    public async Task SendAsync(string from, string to, byte[] mail, CancellationToken cancellationToken)
    {
        await ExpectAsync($"MAIL FROM:<{from}>", 250, cancellationToken);
        Stage = EmailStage.Recipient;
        await ExpectAsync($"RCPT TO:<{to}>", 250, cancellationToken);
        Stage = EmailStage.Content;
        await ExpectAsync("DATA", 354, cancellationToken);
        await _stream.WriteAsync(mail, cancellationToken);
        Stage = EmailStage.Answer;
        await ExpectAsync(".", 250, cancellationToken);
        try
        {
            await WriteAsync("QUIT", cancellationToken);
        }
        catch (IOException)
        {
            // The mail is taken; how they part does not matter.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        connection.Dispose();
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        if (_begin < _end)
        {
            // Said in the clear before encryption began: somebody on the way tries to put words into the server's mouth.
            throw new EmailException(Stage, 0, "the server spoke before encryption began");
        }

        SslStream secure = new(_stream);
        SslClientAuthenticationOptions secured = new() { TargetHost = options.Host };
        if (options.CaFile is { } file)
        {
            secured.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            secured.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        try
        {
            await secure.AuthenticateAsClientAsync(secured, cancellationToken);
            _stream = secure;
        }
        catch (AuthenticationException e)
        {
            await secure.DisposeAsync();
            throw new EmailException(Stage, 0, "its certificate is not trusted", e);
        }
    }

    private async Task ExpectAsync(string? command, int code, CancellationToken cancellationToken)
    {
        if (command is not null)
        {
            await WriteAsync(command, cancellationToken);
        }

        for (int lines = 0; lines < LinesMax; lines++)
        {
            string line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int said))
            {
                break;
            }

            if (line.Length > 3 && line[3] == '-')
            {
                continue;
            }

            // Any success will do where the server has a choice, as 251 for a mail it passes on.
            if (said == code || (code == 250 && said is 251 or 252))
            {
                return;
            }

            throw new EmailException(Stage, said, "refused");
        }

        throw new EmailException(Stage, 0, "it does not speak SMTP");
    }

    private ValueTask WriteAsync(string command, CancellationToken cancellationToken) =>
        _stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        List<byte> line = [];
        while (line.Count < LineBytesMax)
        {
            if (_begin == _end)
            {
                _begin = 0;
                _end = await _stream.ReadAsync(_buffer, cancellationToken);
                if (_end == 0)
                {
                    throw new EmailException(Stage, 0, "it hung up");
                }
            }

            byte next = _buffer[_begin++];
            if (next == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(next);
        }

        throw new EmailException(Stage, 0, "it sent too long a line");
    }
}
