namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>Tells the officers' gate of keys that <see cref="KeyGate"/> let through.</summary>
internal sealed class KeyReader : IBearerReader
{
    /// <inheritdoc/>
    public Officer? Read(string text, HttpContext context) => KeyGate.ReaderOf(context);
}
