using System.Buffers.Binary;
using System.Text;

namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>
/// The container of old workbooks (MS-CFB): read so far that a cut file, an encrypted one and macros are found before a workbook reader has
/// to make sense of them.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int HeaderFatSectors = 109;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint LastRegular = 0xFFFFFFFA;
    private const uint Free = 0xFFFFFFFF;

    private readonly byte[] _bytes;
    private readonly int _sectorBytes;
    private readonly List<uint> _fat = [];
    private readonly Lazy<List<uint>> _miniFat;
    private readonly Lazy<byte[]> _miniStream;

    private CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(Slice(30, 2));
        _sectorBytes = shift is 9 or 12 ? 1 << shift : throw Damaged($"sectors of 2^{shift} bytes");
        ReadFat();
        RequireWhole();
        Entries = ReadDirectory();
        _miniFat = new(() => Uints(Chain(Header(60))));
        _miniStream = new(() => Entries.Count > 0 ? Chain(Entries[0].Start) : []);
    }

    /// <summary>Names, kinds (1 storage, 2 stream, 5 root), first sectors and sizes.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Opens a container; throws an <see cref="ImportException"/> when it is cut or damaged.</summary>
    public static CompoundFile Open(byte[] bytes) =>
        bytes.Length < HeaderBytes ? throw new ImportException("the workbook is cut: not even its header is whole") : new CompoundFile(bytes);

    /// <summary>The content of a stream.</summary>
    public byte[] Read(Entry entry)
    {
        uint cutoff = Header(56);
        byte[] whole = entry.Size >= cutoff ? Chain(entry.Start) : MiniChain(entry.Start);
        return whole.Length >= entry.Size ? whole[..(int)entry.Size] : throw Damaged($"'{entry.Name}' is shorter than it says");
    }

    private static ImportException Damaged(string what) => new($"the workbook is damaged: {what}");

    private ReadOnlySpan<byte> Slice(long at, int length) =>
        at >= 0 && at + length <= _bytes.Length ? _bytes.AsSpan((int)at, length) : throw new ImportException("the workbook is cut: a part of it is missing");

    private uint Header(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(at, 4));

    private long Offset(uint sector) => ((long)sector + 1) * _sectorBytes;

    private void ReadFat()
    {
        List<uint> sectors = [];
        uint count = Math.Min(Header(44), (uint)((_bytes.Length / _sectorBytes) + 1));
        for (int i = 0; i < HeaderFatSectors && sectors.Count < count; i++)
        {
            sectors.Add(Header(76 + (i * 4)));
        }

        uint next = Header(68);
        for (int blocks = 0; next <= LastRegular && sectors.Count < count; blocks++)
        {
            uint[] block = [.. Uints(Slice(Offset(next), _sectorBytes))];
            sectors.AddRange(block[..^1].Take((int)count - sectors.Count));
            next = blocks * _sectorBytes > _bytes.Length ? throw Damaged("its table of sectors goes in circles") : block[^1];
        }

        foreach (uint sector in sectors.Where(s => s <= LastRegular))
        {
            _fat.AddRange(Uints(Slice(Offset(sector), _sectorBytes)));
        }
    }

    private void RequireWhole()
    {
        int last = _fat.FindLastIndex(f => f != Free);
        if (last >= 0 && Offset((uint)last) >= _bytes.Length)
        {
            throw new ImportException($"the workbook is cut: {_bytes.Length:N0} bytes are there, it says it has {Offset((uint)last) + _sectorBytes:N0}");
        }
    }

    private List<Entry> ReadDirectory()
    {
        byte[] directory = Chain(Header(48));
        List<Entry> entries = [];
        for (int at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            ReadOnlySpan<byte> entry = directory.AsSpan(at, EntryBytes);
            int nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            if (entry[66] != 0)
            {
                entries.Add(new Entry(
                    Encoding.Unicode.GetString(entry[..nameBytes]), entry[66], BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
            }
        }

        return entries;
    }

    private byte[] Chain(uint sector)
    {
        using MemoryStream all = new();
        while (sector <= LastRegular)
        {
            int there = (int)Math.Clamp(_bytes.Length - Offset(sector), 0, _sectorBytes);
            all.Write(Slice(Offset(sector), there));
            if (all.Length > _bytes.Length || sector >= _fat.Count)
            {
                throw Damaged("its chain of sectors does not end");
            }

            sector = _fat[(int)sector];
        }

        return all.ToArray();
    }

    private byte[] MiniChain(uint sector)
    {
        const int MiniBytes = 64;
        using MemoryStream all = new();
        while (sector != EndOfChain)
        {
            long at = (long)sector * MiniBytes;
            if (sector >= _miniFat.Value.Count || at + MiniBytes > _miniStream.Value.Length || all.Length > _bytes.Length)
            {
                throw Damaged("its chain of small sectors does not end");
            }

            all.Write(_miniStream.Value, (int)at, MiniBytes);
            sector = _miniFat.Value[(int)sector];
        }

        return all.ToArray();
    }

    private static List<uint> Uints(ReadOnlySpan<byte> bytes)
    {
        List<uint> numbers = new(bytes.Length / 4);
        for (int i = 0; i + 4 <= bytes.Length; i += 4)
        {
            numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]));
        }

        return numbers;
    }

    /// <summary>An entry of the directory.</summary>
    internal sealed record Entry(string Name, byte Kind, uint Start, uint Size);
}
