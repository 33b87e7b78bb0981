using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>A province, how far it is judged and what of that is saved.</summary>
internal sealed class HostedProvince(Province province, DateTimeOffset savedUntil)
{
    private readonly List<HazardChange> _changes = [];

    public Province Province => province;

    public DateTimeOffset JudgedUntil { get; private set; } = savedUntil;

    public DateTimeOffset SavedUntil { get; private set; } = savedUntil;

    public bool HasChanges => _changes.Count > 0;

    public bool IsDirty => HasChanges || JudgedUntil > SavedUntil;

    public void Accept(IReadOnlyList<SiteReading> readings, DateTimeOffset at, DateTimeOffset now)
    {
        _changes.AddRange(province.Accept(readings, now));
        JudgedUntil = at > JudgedUntil ? at : JudgedUntil;
    }

    public void Advance(DateTimeOffset now) => _changes.AddRange(province.Advance(now));

    public ProvinceSave ToSave() => new(province.Id, JudgedUntil, province.States.ToList(), _changes.ToList());

    public void OnSaved()
    {
        _changes.Clear();
        SavedUntil = JudgedUntil;
    }
}
