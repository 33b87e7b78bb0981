namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// What is known of an SMS after the gateway took it, in the order in which one word outranks another. Receipts repeat, overtake each
/// other and, of a text in several parts, contradict each other: whatever their order, the highest one stands in the end.
/// </summary>
internal enum ReceiptCode
{
    /// <summary>W: the gateway has it.</summary>
    Wired = 1,

    /// <summary>S: the operator has it.</summary>
    Sent = 2,

    /// <summary>E: its time ran out at gateway or operator.</summary>
    Expired = 3,

    /// <summary>F: the operator could not deliver it.</summary>
    Failed = 4,

    /// <summary>D: the phone has it. After a repeat of unknown fate either message may fail; the person has read the other.</summary>
    Delivered = 5,

    /// <summary>R: refused. Of a text in several parts the first may still be reported as delivered, and the text is not whole.</summary>
    Refused = 6,
}
