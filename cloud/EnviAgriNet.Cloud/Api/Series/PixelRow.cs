using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>What one pixel of a picture has to show: a line from the lowest to the highest, and the worst mark.</summary>
internal struct PixelRow
{
    /// <summary>When the pixel begins, or when its only reading was taken; milliseconds since 1970.</summary>
    public long TimeMs;

    /// <summary>Which pixel it is, 0 and above.</summary>
    public long Pixel;

    /// <summary>Readings of any quality.</summary>
    public long Total;

    /// <summary>Usable readings; the figures below are theirs.</summary>
    public long Count;

    /// <summary>Their sum.</summary>
    public double Sum;

    /// <summary>The lowest.</summary>
    public double Min;

    /// <summary>The highest.</summary>
    public double Max;

    /// <summary>The last.</summary>
    public double? Last;

    /// <summary>The lowest of the others; null without any, or where it is not known.</summary>
    public double? DoubtMin;

    /// <summary>The highest of the others.</summary>
    public double? DoubtMax;

    /// <summary>The worst flag.</summary>
    public QualityFlag Worst;

    /// <summary>The test that set it.</summary>
    public QualityTest Test;

    /// <summary>Takes a reading in.</summary>
    public void Add(double value, QualityFlag flag, QualityTest test)
    {
        Total++;
        if (flag > Worst)
        {
            (Worst, Test) = (flag, test);
        }

        if (flag is QualityFlag.Pass or QualityFlag.NotEvaluated)
        {
            Min = Count == 0 || value < Min ? value : Min;
            Max = Count == 0 || value > Max ? value : Max;
            Last = value;
            Sum += value;
            Count++;
            return;
        }

        DoubtMin = DoubtMin is { } low && low <= value ? low : value;
        DoubtMax = DoubtMax is { } high && high >= value ? high : value;
    }
}
