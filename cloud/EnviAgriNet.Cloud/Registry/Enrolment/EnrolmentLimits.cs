namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>Bounds of codes and certificates.</summary>
internal static class EnrolmentLimits
{
    /// <summary>Certificates of one station that are good at a time; a renewal beyond is refused until one has ended or was withdrawn.</summary>
    public const int CertificatesMax = 20;

    /// <summary>The most bytes of a certificate that somebody shows.</summary>
    public const int CertificateBytesMax = 8 * 1024;

    /// <summary>How long a code waits for its use: the way to a far centre and back.</summary>
    public static readonly TimeSpan CodeAge = TimeSpan.FromDays(14);

    /// <summary>How long a station's certificate holds: 398 days, so that a centre that was off for a rainy season comes back by itself.</summary>
    public static readonly TimeSpan CertificateAge = TimeSpan.FromDays(398);

    /// <summary>How long those of the broker and the cloud hold; a person makes them anew.</summary>
    public static readonly TimeSpan ServerAge = TimeSpan.FromDays(825);

    /// <summary>How long the authority holds.</summary>
    public static readonly TimeSpan AuthorityAge = TimeSpan.FromDays(20 * 365);

    /// <summary>Certificates begin this long before they are made, for clocks that are behind.</summary>
    public static readonly TimeSpan ClockSlack = TimeSpan.FromDays(1);
}
