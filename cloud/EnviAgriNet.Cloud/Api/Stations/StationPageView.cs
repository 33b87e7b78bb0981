
// Only records without behaviour: the shapes of the answers about one station, together so that they can be read as one contract.
namespace EnviAgriNet.Cloud.Api.Stations;

/// <summary>A station with its series and what arrived of late. Public.</summary>
internal sealed record StationPageView(
    string Id, bool Registered, string? NameTh, string? NameEn, string? Region, IReadOnlyList<PlaceView> Places, double? Latitude, double? Longitude,
    double? BankLevel, double? GroundLevel, DateTimeOffset? NetworkTime, double SilentAfterS, IReadOnlyList<StationSeriesView> Series,
    DateTimeOffset? FirstHeard, IReadOnlyList<StationDayView> Days);

/// <summary>An area the station lies in, the largest first.</summary>
internal sealed record PlaceView(string Region, string NameTh, string NameEn);

/// <summary>A series with its newest value; <c>Silent</c> says that it is too old to speak for now.</summary>
internal sealed record StationSeriesView(
    string Series, string Quantity, string NameTh, string NameEn, string Unit, int Decimals, double Value, DateTimeOffset TakenAt, int Quality, string? Test,
    bool Silent, bool Computed);

/// <summary>What arrived on a day: hours with readings out of those that had passed, readings, and how many of them are usable.</summary>
internal sealed record StationDayView(string Day, int Hours, int OfHours, long Readings, long Usable);

/// <summary>The health of a station, for officers; without a report all of <c>Report</c> is null.</summary>
internal sealed record StationHealthView(
    string Line, DateTimeOffset? HeardAt, double SilentAfterS, HealthReportView? Report, IReadOnlyList<LineDayView> Days, IReadOnlyList<LineChangeView> Changes);

/// <summary>What the station reported of itself last.</summary>
internal sealed record HealthReportView(
    DateTimeOffset? ReportedAt, string Outbox, long LastSequence, long Depth, long Bytes, double? HoursLeft, string Clock, string Version,
    long? Config, long? ConfigRefused, string? ConfigFaults);

/// <summary>Seconds of a day in which the station was known to be there and to be gone; the rest of those that had passed is unknown.</summary>
internal sealed record LineDayView(string Day, long OnlineS, long OfflineS, long UnknownS);

/// <summary>That the line changed.</summary>
internal sealed record LineChangeView(DateTimeOffset At, string Line);

/// <summary>What became of every pack of the station, by outbox.</summary>
internal sealed record StationLedgerView(string Station, IReadOnlyList<LedgerLineView> Outboxes);

/// <summary>A line of the ledger. <c>Computed</c> are packs that the cloud makes itself.</summary>
internal sealed record LedgerLineView(
    string Outbox, bool Computed, long LastSequence, long PacksStored, long PacksLate, long PacksRejected, long PacksDropped, long PacksMissing, long Repeats,
    long ReadingsStored, long ReadingsLate, long ReadingsDuplicate, long ReadingsDropped, IReadOnlyDictionary<string, long> ReadingsRejected);

/// <summary>The log of a station, newest first; <c>Before</c> is what to ask for next, null at the end.</summary>
internal sealed record StationLogView(IReadOnlyList<StationLogRow> Rows, long? Before);

/// <summary>Something that happened at a station.</summary>
internal sealed record StationLogRow(
    long Number, DateTimeOffset StoredAt, DateTimeOffset? At, string Kind, long First, long Last, long Readings, string? Alert, string? Reason);

/// <summary>What persons said of the readings of a station, newest first, and the calibrations made there.</summary>
internal sealed record StationWordsView(
    long? LiveVersion, DateTimeOffset? LiveSince, IReadOnlyList<StationWordView> Words, IReadOnlyList<StationCalibrationView> Calibrations);

/// <summary>
/// A calibration: the true value as a polynomial, from the constant up, of the uncorrected one or of another series; without numbers none holds
/// from then on. <c>Holds</c> says that there is no newer one.
/// </summary>
internal sealed record StationCalibrationView(
    string Series, string? Of, IReadOnlyList<double> Coefficients, string By, DateTimeOffset Since, bool Holds);

/// <summary>A person's word on readings: a flag, or null that takes earlier words back.</summary>
internal sealed record StationWordView(
    long Version, DateTimeOffset MadeAt, string By, string Reason, string? Series, int? Flag, DateTimeOffset From, DateTimeOffset? To);
