namespace EnviAgriNet.Protocol.Cap.Feeds;

/// <summary>One message in an index that is written.</summary>
/// <param name="Alert">The message.</param>
/// <param name="Info">Which of its contents the entry shows.</param>
/// <param name="Address">Where the message is.</param>
public sealed record CapFeedItem(CapAlert Alert, CapInfo Info, string Address);

/// <summary>What an index says about itself.</summary>
/// <param name="Id">Its id, the same for ever.</param>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Home">Where people read.</param>
/// <param name="Language">The language of its titles.</param>
/// <param name="Updated">When its newest entry was sent.</param>
public sealed record CapFeedHead(
    string Id, string Title, string Author, string Address, string Home, string Language, DateTimeOffset Updated);
