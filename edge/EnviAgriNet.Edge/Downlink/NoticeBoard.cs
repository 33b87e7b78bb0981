using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>
/// What the centre was told, one line per event: what its screen shows. It stands here from the moment it comes, whatever siren and
/// board do; a restart finds it on the disk, and a disk that fails takes no warning from the screen. May be used from any thread.
/// </summary>
internal sealed class NoticeBoard(PackOutbox outbox, LateWriter writer)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, BoardLine> _lines = [];
    private bool _isRead;

    /// <summary>All lines, the newest first; also of alerts that are over.</summary>
    public IReadOnlyList<BoardLine> Lines
    {
        get
        {
            lock (_gate)
            {
                Read();
                return [.. _lines.Values.OrderByDescending(line => line.ShownAt).ThenBy(line => line.Key, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Whether what stood before this start could not be read yet.</summary>
    public bool IsUnread
    {
        get
        {
            lock (_gate)
            {
                Read();
                return !_isRead;
            }
        }
    }

    /// <summary>A notice takes the line of its event; an older version than the one that stands changes nothing.</summary>
    public void Show(AlertNotice notice, DateTimeOffset at)
    {
        lock (_gate)
        {
            Read();
            BoardLine line = new(notice, at, null, null, null);
            if (_lines.TryGetValue(line.Key, out BoardLine? before))
            {
                if (before.Notice.Version >= notice.Version)
                {
                    return;
                }

                // A local alarm that is renewed keeps its name, and whoever has seen it has seen it.
                bool isSame = before.Notice.Identifier == notice.Identifier && !line.IsWithdrawn;
                line = line with
                {
                    AcknowledgedBy = isSame ? before.AcknowledgedBy : null,
                    AcknowledgedAt = isSame ? before.AcknowledgedAt : null,
                    Before = line.IsWithdrawn || line.IsAllClear ? before.Before ?? before.Notice : null,
                };
            }

            _lines[line.Key] = line;
            foreach (BoardLine old in _lines.Values.OrderByDescending(l => l.ShownAt).Skip(Limits.BoardLinesMax).ToList())
            {
                _lines.Remove(old.Key);
            }

            writer.Write(c => c.Board.Keep(line));
        }
    }

    /// <summary>Who has acknowledged an alert, if it is the newest of its event and nobody was faster.</summary>
    /// <param name="identifier">The alert's.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="told">What is told to the cloud, kept together with it.</param>
    public bool Acknowledge(string identifier, string by, DateTimeOffset at, StationEvent told)
    {
        lock (_gate)
        {
            Read();
            if (_lines.Values.FirstOrDefault(l => l.Notice.Identifier == identifier) is not { AcknowledgedBy: null, IsWithdrawn: false } found)
            {
                return false;
            }

            BoardLine line = found with { AcknowledgedBy = by, AcknowledgedAt = at };
            _lines[line.Key] = line;
            writer.Write(c =>
            {
                c.Board.Keep(line);
                c.Events.Add(told, at, $"acknowledged:{identifier}");
            });
            return true;
        }
    }

    /// <summary>The line of a notice's event, if there is one.</summary>
    public BoardLine? Find(AlertNotice notice)
    {
        lock (_gate)
        {
            Read();
            return _lines.GetValueOrDefault(BoardLine.KeyOf(notice));
        }
    }

    private void Read()
    {
        if (_isRead)
        {
            return;
        }

        try
        {
            foreach (BoardLine line in outbox.WithControl(c => c.Board.Lines()))
            {
                if (!_lines.TryGetValue(line.Key, out BoardLine? newer) || newer.Notice.Version < line.Notice.Version)
                {
                    _lines[line.Key] = line;
                }
            }

            _isRead = true;
        }
        catch (OutboxException)
        {
            // What came since this start stands all the same; the rest is read when the disk answers.
        }
    }
}
