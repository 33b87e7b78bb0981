namespace EnviAgriNet.FirmwareHost.Boards;

/// <summary>The board cannot be opened as the settings say. Nothing was sent.</summary>
internal sealed class BoardException : Exception
{
    public BoardException(string message)
        : base(message)
    {
    }

    public BoardException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
