namespace EnviAgriNet.Cloud.OpenData;

/// <summary>A feed as it is sent.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Tag">Its entity tag, in quotation marks.</param>
/// <param name="ChangedAt">Since when it has these bytes, in whole seconds of the machine's clock.</param>
/// <param name="MadeAt">The time provider's timestamp of when it was made.</param>
internal sealed record FeedPage(byte[] Content, string Tag, DateTimeOffset ChangedAt, long MadeAt);
