using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Access;

public sealed class SealedStateTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ManualTime _time = new();

    [Fact]
    public void Use_WhatWasSealed_OpensOnceForItsPurposeUntilItsEnd()
    {
        SealedState seal = new(_time);
        string made = seal.Seal("a", "ข้อความ", Life);
        Assert.DoesNotContain("ข้อความ", made, StringComparison.Ordinal);
        Assert.Null(seal.Use("b", made));
        Assert.Null(new SealedState(_time).Use("a", made));
        Assert.Equal("ข้อความ", seal.Use("a", made));
        Assert.Null(seal.Use("a", made));

        string late = seal.Seal("a", "x", Life);
        _time.Advance(Life);
        Assert.Null(seal.Use("a", late));
    }

    [Fact]
    public void Use_Damaged_OpensNothingAndThrowsNothing()
    {
        const int seed = 60611;
        Random random = new(seed);
        SealedState seal = new(_time);
        for (int i = 0; i < 3_000; i++)
        {
            char[] text = seal.Seal("a", "text", Life).ToCharArray();
            int at = random.Next(text.Length);
            char before = text[at];
            text[at] = (char)random.Next(1, 0x2000);
            string damaged = new string(text)[..(random.Next(4) == 0 ? random.Next(text.Length) : text.Length)];
            bool isSame = damaged.Length == text.Length && text[at] == before;
            Assert.True(isSame || seal.Use("a", damaged) is null || at == text.Length - 1, $"seed {seed}, round {i}: {damaged}");
        }
    }
}
