using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>An alert of another platform that becomes ours.</summary>
/// <param name="EventId">The event with us; the same for all messages of its chain in a region.</param>
/// <param name="Hazard">Which of our hazards it is about.</param>
/// <param name="Region">Who is told.</param>
/// <param name="Original">The message as the platform sent it.</param>
/// <param name="SourceName">Who said it first, as people are told.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
/// <param name="IsOver">Whether it says that the danger is past.</param>
internal sealed record AdoptedAlert(
    string EventId,
    HazardKind Hazard,
    RegionId Region,
    CapAlert Original,
    string SourceName,
    CapSeverity Severity,
    DateTimeOffset ExpiresAt,
    bool IsOver);
