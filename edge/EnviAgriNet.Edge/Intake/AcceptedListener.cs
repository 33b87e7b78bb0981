using EnviAgriNet.Edge.Outbox;

namespace EnviAgriNet.Edge.Intake;

/// <summary>Is told of readings once they are on disk. Returns at once and does not throw: a source waits for its answer.</summary>
internal delegate void AcceptedListener(JournalBatch batch);
