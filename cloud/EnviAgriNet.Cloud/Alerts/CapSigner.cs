using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>
/// Signs CAP documents as they leave, if a key is there. The same document gives the same bytes, so that nothing signed has to be
/// stored. Safe for use by several threads.
/// </summary>
internal sealed class CapSigner : IDisposable
{
    // A document takes some milliseconds to sign, and the newest ones are asked for again and again.
    private const int KeptMax = 500;

    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentDictionary<string, string> _signed = new(StringComparer.Ordinal);

    public CapSigner(IOptions<AlertsOptions> options)
    {
        if (options.Value.Signing is { CertificateFile: { Length: > 0 } certificate, KeyFile: { Length: > 0 } key })
        {
            _certificate = X509Certificate2.CreateFromPemFile(certificate, key);
        }
    }

    /// <summary>Whether documents are signed.</summary>
    public bool IsSigning => _certificate is not null;

    /// <summary>The document as it leaves.</summary>
    public string Sign(string document)
    {
        if (_certificate is not { } certificate)
        {
            return document;
        }

        if (_signed.Count >= KeptMax)
        {
            _signed.Clear();
        }

        return _signed.GetOrAdd(document, static (text, by) => CapSignature.Sign(text, by), certificate);
    }

    /// <inheritdoc/>
    public void Dispose() => _certificate?.Dispose();

    /// <summary>What is wrong with the settings or the files; null when nothing is.</summary>
    public static string? FaultOf(SigningOptions options)
    {
        if (string.IsNullOrEmpty(options.CertificateFile) && string.IsNullOrEmpty(options.KeyFile))
        {
            return null;
        }

        if (string.IsNullOrEmpty(options.CertificateFile) || string.IsNullOrEmpty(options.KeyFile))
        {
            return "CertificateFile and KeyFile go together";
        }

        try
        {
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(options.KeyFile).HasFlag(UnixFileMode.OtherRead))
            {
                return "the key file is readable by everybody; chmod o-r it";
            }

            using X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(options.CertificateFile, options.KeyFile);
            using RSA? key = certificate.GetRSAPrivateKey();
            return key?.KeySize >= CapSignature.KeyBitsMin ? null : $"the key is not RSA of {CapSignature.KeyBitsMin} bits or more";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return $"the files cannot be used: {e.Message}";
        }
    }

    /// <summary>Stops the start when the settings name files that cannot sign.</summary>
    internal sealed class Check : IValidateOptions<AlertsOptions>
    {
        /// <inheritdoc/>
        public ValidateOptionsResult Validate(string? name, AlertsOptions options) => FaultOf(options.Signing) is { } fault
            ? ValidateOptionsResult.Fail($"{AlertsOptions.Section}:{nameof(AlertsOptions.Signing)}: {fault}")
            : ValidateOptionsResult.Success;
    }
}
