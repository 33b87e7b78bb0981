using EnviAgriNet.Edge.Outbox;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>Reads packs from the outbox some ahead of their turn, so that draining a backlog does not ask the disk for each.</summary>
internal sealed class PackReader(PackOutbox outbox)
{
    private readonly Dictionary<long, StoredPack> _ahead = [];
    private long _revision = -1;

    /// <summary>The chosen pack; null when it is gone.</summary>
    public StoredPack? Read(Choice choice)
    {
        long revision = outbox.Revision;
        if (revision != _revision)
        {
            // Packs were stamped anew or thinned; what was read before is not what lies there now.
            _ahead.Clear();
            _revision = revision;
        }

        if (_ahead.Remove(choice.Sequence, out StoredPack? pack))
        {
            return pack;
        }

        if (_ahead.Count > Limits.PacksReadAhead * 2)
        {
            _ahead.Clear();
        }

        foreach (StoredPack read in outbox.Read(choice.Sequence, Limits.PacksReadAhead, choice.IsBackwards))
        {
            _ahead[read.Sequence] = read;
        }

        _ahead.Remove(choice.Sequence, out pack);
        return pack;
    }
}
