using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>Where the state of the hazards and what changed is kept, together and durably.</summary>
internal interface IHazardJournal
{
    /// <summary>What was saved last.</summary>
    HazardMemory Load();

    /// <summary>
    /// Saves provinces in one transaction, with the alerts that their changes bring about. When it throws, nothing of it
    /// happened and it may be called again.
    /// </summary>
    void Save(IReadOnlyList<ProvinceSave> provinces);

    /// <summary>
    /// Enters events of the past that are over into the record, in one transaction; those that overlap an event of the same region and
    /// hazard that is known already are left out, and so is a repeat.
    /// </summary>
    void RecordPast(IReadOnlyList<HazardChange> changes);
}
