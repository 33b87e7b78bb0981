namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>How far a crop has grown, in steps that a farmer tells apart.</summary>
public enum GrowthStage
{
    /// <summary>No day of planting, or no stages for this crop.</summary>
    Unknown,

    /// <summary>Before the day of planting.</summary>
    BeforePlanting,

    /// <summary>Sprouting or settling: the ground is mostly bare.</summary>
    Establishment,

    /// <summary>Leaves, tillers, vines: until flowers show.</summary>
    Vegetative,

    /// <summary>Flowering; of roots and cane, the time of fastest growth.</summary>
    Flowering,

    /// <summary>Grain, pods, fruit, roots or cane fill.</summary>
    YieldFormation,

    /// <summary>Ripening, until harvest.</summary>
    Ripening,

    /// <summary>Ready, or past its time.</summary>
    HarvestDue,

    /// <summary>A crop that stands all year, without stages.</summary>
    Standing,
}

/// <summary>What a stage was judged by.</summary>
public enum StageBasis
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Heat since planting.</summary>
    DegreeDays,

    /// <summary>The usual lengths of the stages in days.</summary>
    Calendar,

    /// <summary>The date in the year at which a variety flowers that waits for short days.</summary>
    DayLength,
}
