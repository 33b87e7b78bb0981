using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Inbox.Answers;

/// <summary>What is known of one thing at one station.</summary>
/// <param name="At">When it was last measured; null when it never was.</param>
/// <param name="IsKnown">Whether it is fresh and may be trusted; otherwise only its age is told.</param>
internal abstract record Measured(DateTimeOffset? At, bool IsKnown);

/// <summary>The air.</summary>
/// <param name="At">As there.</param>
/// <param name="IsKnown">As there.</param>
/// <param name="Aqi">The Thai index; null when too few hours are there for one.</param>
/// <param name="Pm25">PM2.5 in µg/m³: the mean of 24 hours with an index, else of the newest hour; null when it is not measured.</param>
internal sealed record MeasuredAir(DateTimeOffset? At, bool IsKnown, AqiValue? Aqi, double? Pm25) : Measured(At, IsKnown);

/// <summary>The rain of the last 24 hours.</summary>
/// <param name="At">As there.</param>
/// <param name="IsKnown">As there.</param>
/// <param name="Millimetres">The sum.</param>
/// <param name="IsWhole">Whether enough hours were measured; otherwise it was at least so much.</param>
internal sealed record MeasuredRain(DateTimeOffset? At, bool IsKnown, double Millimetres, bool IsWhole) : Measured(At, IsKnown);

/// <summary>The river.</summary>
/// <param name="At">As there.</param>
/// <param name="IsKnown">As there.</param>
/// <param name="Level">Metres at the staff.</param>
/// <param name="Bank">How full it is; null where bank and bed are not surveyed.</param>
internal sealed record MeasuredRiver(DateTimeOffset? At, bool IsKnown, double Level, RiverBank? Bank) : Measured(At, IsKnown);
