using System.Numerics;
using System.Runtime.InteropServices;

namespace EnviAgriNet.Core.Windows;

/// <summary>Sums, extremes and counts of slots, many at a time. A slot holds its code plus one; 0 is an empty slot.</summary>
internal static class SlotMath
{
    /// <summary>The sum of the codes of the filled slots and how many they are; at most 65,535 slots at once.</summary>
    public static (long Codes, int Filled) Total(ReadOnlySpan<ushort> slots)
    {
        Vector<uint> sums = Vector<uint>.Zero;
        Vector<ushort> empties = Vector<ushort>.Zero;
        ReadOnlySpan<Vector<ushort>> wide = MemoryMarshal.Cast<ushort, Vector<ushort>>(slots);
        foreach (Vector<ushort> slot in wide)
        {
            Vector.Widen(slot, out Vector<uint> low, out Vector<uint> high);
            sums += low + high;
            empties -= Vector.Equals(slot, Vector<ushort>.Zero);
        }

        long sum = Vector.Sum(sums);
        int filled = (wide.Length * Vector<ushort>.Count) - Vector.Sum(empties);
        foreach (ushort slot in slots[(wide.Length * Vector<ushort>.Count)..])
        {
            sum += slot;
            filled += slot == 0 ? 0 : 1;
        }

        return (sum - filled, filled);
    }

    /// <summary>The largest code, or -1 when all slots are empty.</summary>
    public static int Max(ReadOnlySpan<ushort> slots)
    {
        Vector<ushort> largest = Vector<ushort>.Zero;
        ReadOnlySpan<Vector<ushort>> wide = MemoryMarshal.Cast<ushort, Vector<ushort>>(slots);
        foreach (Vector<ushort> slot in wide)
        {
            largest = Vector.Max(largest, slot);
        }

        int max = 0;
        for (int i = 0; i < Vector<ushort>.Count; i++)
        {
            max = Math.Max(max, largest[i]);
        }

        foreach (ushort slot in slots[(wide.Length * Vector<ushort>.Count)..])
        {
            max = Math.Max(max, slot);
        }

        return max - 1;
    }

    /// <summary>The smallest code, or <see cref="ushort.MaxValue"/> when all slots are empty.</summary>
    public static int Min(ReadOnlySpan<ushort> slots)
    {
        // One less than an empty slot wraps to a number above every code.
        Vector<ushort> smallest = Vector<ushort>.AllBitsSet;
        ReadOnlySpan<Vector<ushort>> wide = MemoryMarshal.Cast<ushort, Vector<ushort>>(slots);
        foreach (Vector<ushort> slot in wide)
        {
            smallest = Vector.Min(smallest, slot - Vector<ushort>.One);
        }

        int min = ushort.MaxValue;
        for (int i = 0; i < Vector<ushort>.Count; i++)
        {
            min = Math.Min(min, smallest[i]);
        }

        foreach (ushort slot in slots[(wide.Length * Vector<ushort>.Count)..])
        {
            min = Math.Min(min, (ushort)(slot - 1));
        }

        return min;
    }
}
