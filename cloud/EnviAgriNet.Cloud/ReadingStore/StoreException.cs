namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The store could not do what was asked; nothing of it happened.</summary>
internal sealed class StoreException : Exception
{
    public StoreException(string message, bool isTransient, Exception inner)
        : base(message, inner) => IsTransient = isTransient;

    /// <summary>Whether the same call may go through later, as with a full disk.</summary>
    public bool IsTransient { get; }
}
