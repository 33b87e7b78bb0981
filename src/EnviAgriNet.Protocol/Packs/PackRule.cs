namespace EnviAgriNet.Protocol.Packs;

/// <summary>The rules of a pack; a refusal names one. On the wire and in the ledger they are written in kebab case.</summary>
public enum PackRule
{
    /// <summary>The payload is longer than a pack may be.</summary>
    TooLarge,

    /// <summary>The payload began as gzip and could not be unpacked.</summary>
    BadCompression,

    /// <summary>The payload is not JSON.</summary>
    NotJson,

    /// <summary>The payload is JSON but not an array of flat objects.</summary>
    NotSenml,

    /// <summary>There is no record.</summary>
    Empty,

    /// <summary>There are more readings than a pack may hold.</summary>
    TooManyReadings,

    /// <summary>The first record has no sequence number, or one out of range.</summary>
    BadSequence,

    /// <summary>The outbox or boot id breaks its rule.</summary>
    BadToken,

    /// <summary>A version of SenML that is not 10.</summary>
    BadVersion,

    /// <summary>A label that ends in <c>_</c> must be understood, and is not.</summary>
    UnknownMandatoryLabel,

    /// <summary>A field has the wrong JSON type, or stands twice.</summary>
    BadField,

    /// <summary>The name is not under the base name of the station that sent it.</summary>
    WrongStation,

    /// <summary>The name breaks the rules of a series, or its quantity is not known.</summary>
    BadName,

    /// <summary>The unit is not the one of the quantity.</summary>
    WrongUnit,

    /// <summary>There is no numeric value.</summary>
    NoValue,

    /// <summary>There is more than one value.</summary>
    TwoValues,

    /// <summary>The value is not finite.</summary>
    NotFinite,

    /// <summary>The time is missing, not finite, or before the earliest a reading may carry.</summary>
    BadTime,

    /// <summary>The time is further ahead of network time than allowed.</summary>
    InFuture,

    /// <summary>The quality is not 1, 2, 3 or 4.</summary>
    BadQuality,
}
