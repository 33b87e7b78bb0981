namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>The best numbers found for one form.</summary>
/// <param name="Form">The form.</param>
/// <param name="At">Its numbers, in units of <paramref name="Scale"/>.</param>
/// <param name="Scale">What the series was divided by.</param>
/// <param name="Count">Numbers estimated, the variance not counted.</param>
/// <param name="Aicc">Akaike's criterion with the correction for short series, in the series' own units as R's <c>ets</c> counts it.</param>
internal sealed record EtsEstimate(EtsForm Form, EtsParameters At, double Scale, int Count, double Aicc);
