namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>
/// The weights with which the distant past fades away (Hyndman et al. 2008, chapter 10). Without a season the usual
/// bounds are inside this region; with one they are not, so it is asked as well, as R's <c>ets</c> does.
/// </summary>
internal static class EtsRegion
{
    private const double Slack = 1e-9;

    public static bool IsAdmissible(EtsParameters at)
    {
        int season = at.Season.Length;
        double phi = at.Phi;
        Span<double> polynomial = stackalloc double[season + 2];
        polynomial[0] = phi * (1 - at.Alpha - at.Gamma);
        polynomial[1] = at.Alpha + at.Beta - (at.Alpha * phi) + at.Gamma - 1;
        polynomial[2..season].Fill(at.Alpha + at.Beta - (at.Alpha * phi));
        polynomial[season] = at.Alpha + at.Beta - phi;
        polynomial[season + 1] = 1;

        // A level without trend leaves a root at one by construction; it says nothing about fading.
        double sum = 0;
        foreach (double coefficient in polynomial)
        {
            sum += coefficient;
        }

        return Math.Abs(sum) < 1e-12 ? InsideCircle(WithoutRootAtOne(polynomial)) : InsideCircle(polynomial);
    }

    private static Span<double> WithoutRootAtOne(Span<double> polynomial)
    {
        for (int i = polynomial.Length - 2; i > 0; i--)
        {
            polynomial[i] += polynomial[i + 1];
        }

        return polynomial[1..];
    }

    /// <summary>Schur and Cohn's test: every root within the unit circle. Coefficients rising, the last one is the highest power.</summary>
    private static bool InsideCircle(Span<double> polynomial)
    {
        for (int order = polynomial.Length - 1; order > 0; order--)
        {
            double ratio = polynomial[0] / polynomial[order];
            if (!(Math.Abs(ratio) <= 1 - Slack))
            {
                return false;
            }

            // Lower the order by one, working inwards in pairs so that no second row is needed.
            for (int i = 0, j = order; i <= j; i++, j--)
            {
                double low = polynomial[i];
                double high = polynomial[j];
                polynomial[i] = low - (ratio * high);
                polynomial[j] = high - (ratio * low);
            }

            polynomial = polynomial[1..];
        }

        return true;
    }
}
