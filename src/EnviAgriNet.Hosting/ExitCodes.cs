namespace EnviAgriNet.Hosting;

/// <summary>What every command ends with.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>It ran and failed, or found what it was asked to find wrong.</summary>
    public const int Failed = 1;

    /// <summary>The call or the settings are wrong; nothing was done.</summary>
    public const int Usage = 2;
}
