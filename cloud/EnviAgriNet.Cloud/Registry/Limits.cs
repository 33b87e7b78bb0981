namespace EnviAgriNet.Cloud.Registry;

/// <summary>The hard limits of the registry; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most rows of one imported file.</summary>
    public const int ImportRowsMax = 1_000_000;

    /// <summary>Rows of an import that share one transaction.</summary>
    public const int ImportBatchRows = 500;

    /// <summary>The most characters of a station's name.</summary>
    public const int NameLengthMax = 120;

    /// <summary>The most regions of one subscriber.</summary>
    public const int RegionsPerSubscriberMax = 20;

    /// <summary>The most crops of one subscriber.</summary>
    public const int CropsPerSubscriberMax = 20;

    /// <summary>The most characters of a foreign text that an error repeats.</summary>
    public const int QuotedLengthMax = 40;

    /// <summary>The most bytes of one line of an imported file: 64 KiB; the rest of a file with a longer one is not read.</summary>
    public const int ImportLineBytesMax = 64 * 1024;

    /// <summary>The most characters of one field of an imported file.</summary>
    public const int ImportFieldLengthMax = 1_000;

    /// <summary>The most quality versions, overrides included; all are held in memory without their configuration.</summary>
    public const int QualityVersionsMax = 100_000;

    /// <summary>The most characters of a reason for a quality version.</summary>
    public const int ReasonLengthMax = 500;

    /// <summary>The earliest year of imported monthly rain.</summary>
    public const int ClimateYearMin = 1850;

    /// <summary>The latest year of imported monthly rain, of our era: a year of the Buddhist era is refused.</summary>
    public const int ClimateYearMax = 2200;

    /// <summary>The most rain of one month in mm; more is a slip of units.</summary>
    public const double MonthRainMax = 5_000;

    /// <summary>The most characters of an actor, an action or a subject in the audit log.</summary>
    public const int AuditNameLengthMax = 200;

    /// <summary>The most characters of the detail of an audit entry.</summary>
    public const int AuditDetailLengthMax = 2_000;

    /// <summary>The most entries of the audit log that one list holds.</summary>
    public const int AuditListedMax = 100_000;

    /// <summary>The most characters of a region's border, some thousand points.</summary>
    public const int PolygonLengthMax = 30_000;

    /// <summary>The most people of one evacuation point.</summary>
    public const int CapacityMax = 1_000_000;

    /// <summary>The most characters of a public number; a warning must have room for it.</summary>
    public const int PublicNumberLengthMax = 20;
}
