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
}
