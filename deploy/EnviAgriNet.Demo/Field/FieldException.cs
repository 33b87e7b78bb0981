namespace EnviAgriNet.Demo.Field;

/// <summary>The field could not do what was asked; the message names the process and what was awaited.</summary>
public sealed class FieldException : Exception
{
    /// <summary>An exception with that message.</summary>
    public FieldException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with that message and its cause.</summary>
    public FieldException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
