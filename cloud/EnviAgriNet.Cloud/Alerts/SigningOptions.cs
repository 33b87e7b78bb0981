namespace EnviAgriNet.Cloud.Alerts;

/// <summary>With what the CAP documents are signed. Without both files they go out unsigned.</summary>
internal sealed class SigningOptions
{
    /// <summary>Default null: the file of the certificate, PEM, RSA of 2048 bits or more; give it to those who check.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Default null: the file of its key, PEM, readable by the cloud's user only.</summary>
    public string? KeyFile { get; set; }
}
