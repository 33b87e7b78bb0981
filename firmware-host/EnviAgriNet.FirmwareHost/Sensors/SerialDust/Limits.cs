namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>How long and how much is waited for, whatever the settings say.</summary>
internal static class Limits
{
    /// <summary>The most bytes held while looking for a frame: several of the longest, so that garbage cannot pile up.</summary>
    public const int PendingBytesMax = 4 * FrameBytesMax;

    /// <summary>The longest frame of all models, with every byte stuffed: that of the SPS30.</summary>
    public const int FrameBytesMax = 2 + (2 * (ShdlcFraming.ContentBytesMax + 1));

    /// <summary>How many bytes are searched for one answer; at 115,200 baud that many come in a third of a second.</summary>
    public const int AnswerBytesMax = 4096;

    /// <summary>How often a value is asked for before the sensor counts as silent.</summary>
    public const int TriesMax = 3;

    /// <summary>
    /// How long an answer may take. The models answer within 20 ms and stream a frame at least every 2.3 s.
    /// </summary>
    public static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(3);

    /// <summary>How long a port may take to accept a command of a few bytes.</summary>
    public static readonly TimeSpan WriteMax = TimeSpan.FromSeconds(1);

    /// <summary>The pause behind a command, before the next.</summary>
    public static readonly TimeSpan CommandPause = TimeSpan.FromMilliseconds(50);

    /// <summary>The models make a new value once a second.</summary>
    public static readonly TimeSpan SamplePause = TimeSpan.FromSeconds(1);

    /// <summary>How old a humidity may be that corrects a value: air does not change much faster.</summary>
    public static readonly TimeSpan HumidityAgeMax = TimeSpan.FromMinutes(20);

    /// <summary>How often a sensor that can blow its dust out does so; its maker asks for once a week.</summary>
    public static readonly TimeSpan CleanEvery = TimeSpan.FromDays(7);

    /// <summary>How long that takes; values of that time are not true.</summary>
    public static readonly TimeSpan CleanTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a port is listened to when looking for what is connected: longer than the pause between two frames.</summary>
    public static readonly TimeSpan ScanMax = TimeSpan.FromSeconds(2.5);
}
