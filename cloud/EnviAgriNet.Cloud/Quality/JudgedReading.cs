using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>A reading with what is thought of it by now.</summary>
/// <param name="Raw">As the station sent it.</param>
/// <param name="Flag">The flag that holds.</param>
/// <param name="Test">The test that set it.</param>
/// <param name="Version">The quality version that judged it last; 0 when none did.</param>
internal readonly record struct JudgedReading(Reading Raw, QualityFlag Flag, QualityTest Test, long Version)
{
    /// <summary>The reading with the flag that holds.</summary>
    public Reading Effective => Raw with { Quality = Flag, Test = Test };

    /// <summary>A reading as the station sent it, of which nobody said anything else.</summary>
    public static JudgedReading Of(Reading raw) => new(raw, raw.Quality, raw.Test, 0);
}
