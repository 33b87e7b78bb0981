namespace EnviAgriNet.Cloud.Access;

/// <summary>Knows bearer texts other than officers' tokens.</summary>
internal interface IBearerReader
{
    /// <summary>
    /// Who sends a text, for this request; null when the text is not known. Whoever is known but may not do this is an officer without
    /// roles, and is answered 403.
    /// </summary>
    Officer? Read(string text, HttpContext context);
}
