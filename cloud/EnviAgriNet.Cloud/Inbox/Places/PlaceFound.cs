namespace EnviAgriNet.Cloud.Inbox.Places;

/// <summary>What a person's words say of a place.</summary>
/// <param name="Place">The place; null when none was found or several were.</param>
/// <param name="IsAmbiguous">Whether several places have that name.</param>
internal readonly record struct PlaceFound(NamedPlace? Place, bool IsAmbiguous)
{
    /// <summary>No place.</summary>
    public static readonly PlaceFound None;
}
