namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>One shower.</summary>
/// <param name="StartSeconds">When it begins.</param>
/// <param name="DurationSeconds">How long it lasts; it is strongest in the middle.</param>
/// <param name="DepthMm">What falls in all.</param>
/// <param name="IsStorm">Whether it is the one that brings the flood.</param>
internal sealed record RainEvent(double StartSeconds, double DurationSeconds, double DepthMm, bool IsStorm)
{
    /// <summary>What has fallen by then, in millimetres.</summary>
    public double FallenMm(double seconds)
    {
        double x = Math.Clamp((seconds - StartSeconds) / DurationSeconds, 0, 1);
        return DepthMm * (x - (Math.Sin(2 * Math.PI * x) / (2 * Math.PI)));
    }

    /// <summary>What has fallen by then as a gauge that tips every tenth of a millimetre shows it, in tenths.</summary>
    public long Tips(double seconds) => (long)Math.Floor((FallenMm(seconds) * 10) + 1e-9);
}
