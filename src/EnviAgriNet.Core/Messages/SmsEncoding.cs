namespace EnviAgriNet.Core.Messages;

/// <summary>How an SMS is coded (3GPP 23.038).</summary>
public enum SmsEncoding
{
    /// <summary>The GSM 7 bit default alphabet with its extension table: 160 septets in one message, 153 in each of several.</summary>
    Gsm7,

    /// <summary>UCS-2, in practice UTF-16: 70 units in one message, 67 in each of several.</summary>
    Ucs2,
}

/// <summary>What an encoding allows, and how it is called.</summary>
public static class SmsEncodings
{
    /// <summary>The units of a message sent alone: 140 octets.</summary>
    public static int SingleUnitsMax(this SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? 160 : 70;

    /// <summary>The units of each of several parts: 140 octets less the 6 of the header that joins them.</summary>
    public static int PartUnitsMax(this SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? 153 : 67;

    /// <summary>The bits of one unit.</summary>
    public static int BitsPerUnit(this SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? 7 : 16;

    /// <summary>The usual name.</summary>
    public static string Name(this SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2";
}
