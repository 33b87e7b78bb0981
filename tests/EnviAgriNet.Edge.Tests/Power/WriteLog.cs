using System.Buffers.Binary;
using System.Text;

namespace EnviAgriNet.Edge.Tests.Power;

/// <summary>
/// Every write and flush of a disk, in order, as QEMU's blklogwrites keeps them (the format of Linux's dm-log-writes, version 1).
/// </summary>
internal sealed class WriteLog
{
    private const ulong Magic = 0x6A736677736872;
    private const ulong IsFlush = 1;
    private const ulong IsForced = 2;
    private const ulong IsDiscard = 4;
    private const string PromiseWord = "PROMISE ";

    private readonly List<Step> _steps = [];

    /// <summary>Reads a log.</summary>
    public WriteLog(byte[] log)
    {
        Assert.Equal(Magic, Word(log, 0));
        Assert.Equal(1UL, Word(log, 8));
        ulong entries = Word(log, 16);
        int sector = (int)BinaryPrimitives.ReadUInt32LittleEndian(log.AsSpan(24));
        int at = sector;
        for (ulong i = 0; i < entries; i++)
        {
            (ulong place, ulong sectors, ulong flags) = (Word(log, at), Word(log, at + 8), Word(log, at + 16));
            at += sector;
            int length = (flags & IsDiscard) == 0 ? (int)sectors * sector : 0;
            _steps.Add(new Step((long)place * sector, log.AsMemory(at, length), (flags & IsFlush) != 0, (flags & IsForced) != 0));
            at += length;
        }
    }

    /// <summary>How many steps there are; a cut lies before one of them or after the last.</summary>
    public int Steps => _steps.Count;

    /// <summary>How often the disk was told to write what it held.</summary>
    public int Flushes => _steps.Count(step => step.IsFlush);

    /// <summary>What each source had promised before a step: how many of its batches were accepted.</summary>
    public int[] PromisedBefore(int cut, int sources)
    {
        int[] promised = new int[sources];
        foreach (Step step in _steps.Take(cut))
        {
            long slot = (step.Place - PowerDisk.PromisesAt) / PowerDisk.PromiseBytes;
            if (step.Place >= PowerDisk.PromisesAt && slot < sources && step.Data.Length > 0)
            {
                string text = Encoding.ASCII.GetString(step.Data.Span[..64]);
                Assert.StartsWith(PromiseWord, text, StringComparison.Ordinal);
                promised[slot] = int.Parse(text.AsSpan(PromiseWord.Length).Trim());
            }
        }

        return promised;
    }

    /// <summary>
    /// The disk as it may look after the power went before a step: all before the last flush is there; each later write is there,
    /// lost, or torn between two sectors.
    /// </summary>
    public byte[] DiskAfter(byte[] before, int cut, Random random)
    {
        byte[] disk = [.. before];
        int flushed = _steps.FindLastIndex(Math.Max(0, cut - 1), step => step.IsFlush);
        for (int i = 0; i < cut; i++)
        {
            Step step = _steps[i];
            ReadOnlySpan<byte> data = step.Data.Span;
            if (i > flushed && !step.IsForced)
            {
                double fate = random.NextDouble();
                data = fate < 0.4 ? [] : fate < 0.6 ? data[..(random.Next((data.Length / 512) + 1) * 512)] : data;
            }

            data.CopyTo(disk.AsSpan((int)step.Place));
        }

        return disk;
    }

    private static ulong Word(byte[] log, int at) => BinaryPrimitives.ReadUInt64LittleEndian(log.AsSpan(at));

    private sealed record Step(long Place, ReadOnlyMemory<byte> Data, bool IsFlush, bool IsForced);
}
