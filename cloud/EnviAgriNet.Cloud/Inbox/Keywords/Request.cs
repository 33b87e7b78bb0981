namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>What was read from a message.</summary>
/// <param name="Intent">What the person wants: exactly one thing, or Unknown.</param>
/// <param name="Language">The language of the message (<c>th</c>, <c>en</c>), or null when it has no letters of either.</param>
/// <param name="Rest">What stands beside the keyword, usually a place, in folded spelling; empty when nothing does.</param>
/// <param name="Score">1 to 5 of a rating, else 0.</param>
internal sealed record Request(Intent Intent, string? Language, string Rest = "", int Score = 0);
