using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EnviAgriNet.FirmwareHost.Actuators;

namespace EnviAgriNet.FirmwareHost.Tests.Actuators;

/// <summary>Texts as pages of a board and as its bytes.</summary>
public sealed class DisplayFrameTests
{
    private const string LeadingVowels = "เแโใไ";

    [Fact]
    public void Bytes_Tis620_AreThoseOfTheStandard_FilledUpAndFramed()
    {
        DisplayOptions options = new() { Rows = 2, Columns = 9, Begin = "1B40", RowEnd = "0D", End = "0C" };
        byte[] frame = DisplayFrame.BytesOf(["น้ำท่วม 2"], options, out string unknown);

        // TIS 620-2533: no nu B9, mai tho E9, sara am D3, tho thahan B7, mai ek E8, wo waen C7, mo ma C1.
        Assert.Equal("1B40" + "B9E9D3B7E8C7C1" + "2032" + "2020" + "0D" + "202020202020202020" + "0D" + "0C", Convert.ToHexString(frame));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Bytes_LettersTheBoardLacks_AreQuestionMarks_AndAreNamed()
    {
        DisplayOptions options = new() { Rows = 1, Columns = 8, RowEnd = "" };
        Assert.Equal("PM 37 ? "u8.ToArray(), DisplayFrame.BytesOf(["PM 37 µ"], options, out string unknown));
        Assert.Equal("µ", unknown);
        options.Encoding = DisplayFrame.Utf8;
        Assert.Equal("PM 37 µ "u8.ToArray(), DisplayFrame.BytesOf(["PM 37 µ"], options, out unknown));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Pages_OfAnyText_LoseNothing_AndCutNoLetter()
    {
        int seed = Random.Shared.Next();
        Random random = new(seed);
        string[] parts = ["น้ำ", "ท่วม", "เก้า", "ใต้", " ", "flood ", "ไป", "ที่", "สูง", "\r\n", "PM2.5", "แม่", "โรง", "é", "👩‍🌾"];
        for (int time = 0; time < 2_000; time++)
        {
            string text = string.Concat(random.GetItems(parts, random.Next(1, 40)));
            int columns = random.Next(8, 25);
            int rows = random.Next(1, 4);
            IReadOnlyList<string[]> pages = DisplayFrame.PagesOf(text, rows, columns);
            string said = $"seed {seed}: '{text}' in {rows} rows of {columns}";
            Assert.All(pages, page => Assert.True(page.Length <= rows, said));
            string[] all = [.. pages.SelectMany(page => page)];
            Assert.All(all, row => Assert.True(row.Count(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) <= columns, said));
            Assert.All(all, row => Assert.False(LeadingVowels.Contains(row[^1], StringComparison.Ordinal), said));
            Assert.All(all, row => Assert.NotEqual(UnicodeCategory.NonSpacingMark, char.GetUnicodeCategory(row[0])));
            Assert.Equal(Bare(text), Bare(string.Concat(all)));
        }
    }

    [Fact]
    public void Pages_EndTheirRowsAtSpaces()
    {
        Assert.Equal([["River flood", "leave now"], ["go to the", "school"]], DisplayFrame.PagesOf("River flood leave now go to the school", 2, 11));
        Assert.Empty(DisplayFrame.PagesOf("  ", 2, 11));
    }

    [Theory]
    [InlineData(nameof(DisplayOptions.Encoding), "utf-16")]
    [InlineData(nameof(DisplayOptions.Begin), "1B4")]
    [InlineData(nameof(DisplayOptions.RowEnd), "CRLF")]
    public void Options_ThatAreWrong_AreNamed(string name, string value)
    {
        DisplayOptions options = new();
        typeof(DisplayOptions).GetProperty(name)!.SetValue(options, value);
        List<ValidationResult> faults = [];
        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true));
        Assert.StartsWith($"{name} '{value}'", Assert.Single(faults).ErrorMessage, StringComparison.Ordinal);
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => letter != ' ' && !char.IsControl(letter)));
}
