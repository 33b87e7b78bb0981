using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>A province, how far it is judged and what of that is saved.</summary>
internal sealed class HostedProvince(Province province, DateTimeOffset savedUntil, PastSpan? past)
{
    private readonly List<HazardChange> _changes = [];
    private PastSpan? _savedPast = past;

    public Province Province => province;

    public DateTimeOffset JudgedUntil { get; private set; } = savedUntil;

    public DateTimeOffset SavedUntil { get; private set; } = savedUntil;

    /// <summary>What of the past is to be judged for the record once no more of it comes in.</summary>
    public PastSpan? Past { get; private set; } = past;

    public bool HasChanges => _changes.Count > 0;

    public bool IsDirty => HasChanges || JudgedUntil > SavedUntil || Past != _savedPast;

    public void Accept(IReadOnlyList<SiteReading> readings, DateTimeOffset at, DateTimeOffset now)
    {
        _changes.AddRange(province.Accept(readings, now));
        JudgedUntil = at > JudgedUntil ? at : JudgedUntil;
    }

    public void JudgeCorrected(DateTimeOffset now) => _changes.AddRange(province.JudgeCorrected(now));

    public void NotePast(DateTimeOffset at, DateTimeOffset now) => Past = PastSpan.With(Past, at, now);

    public void ForgetPast() => Past = null;

    public void Advance(DateTimeOffset now) => _changes.AddRange(province.Advance(now));

    public ProvinceSave ToSave() => new(province.Id, JudgedUntil, province.States.ToList(), _changes.ToList(), Past);

    public void OnSaved()
    {
        _changes.Clear();
        SavedUntil = JudgedUntil;
        _savedPast = Past;
    }
}
