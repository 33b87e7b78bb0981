using Xunit.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Advisories;

/// <summary>
/// A season of made-up weather and prices through the whole cloud: a farmer registers by SMS and gets the right messages on the right
/// days. In a transcript → is what the farmer writes, ← an answer, ● advice.
/// </summary>
public sealed class GoldenSeasonTests(ITestOutputHelper output)
{
    private const string Ann = "+66812345678";
    private static readonly DateOnly First = new(2026, 6, 28);
    private static readonly DateOnly Last = new(2026, 12, 10);

    [Fact]
    public Task Season_OfJasmineRice_InThai_IsThisTranscript() => RunAsync("th", GoldenTranscripts.Thai,
    [
        ("06-28", "สมัคร ข้าวหอมมะลิ ช้างเผือก"),
        ("07-06", "ปลูก 1 ก.ค. 10 ไร่"),
        ("07-15", "ราคา"),
        ("07-30", "4"),
        ("08-10", "พยากรณ์"),
        ("08-20", "ทำแล้ว"),
        ("11-20", "แปลงของฉัน"),
    ]);

    [Fact]
    public Task Season_OfJasmineRice_InEnglish_IsThisTranscript() => RunAsync("en", GoldenTranscripts.English,
    [
        ("06-28", "join jasmine rice chang phueak planted 1 jul 10 rai"),
        ("07-15", "price jasmine rice"),
        ("08-10", "forecast"),
        ("08-20", "done"),
        ("11-20", "my plots"),
        ("11-21", "STOP"),
    ]);

    private async Task RunAsync(string language, string transcript, (string Day, string Text)[] said)
    {
        await using SeasonRoom room = new(First, language);
        for (DateOnly day = First; day <= Last; day = day.AddDays(1))
        {
            room.Day(day);
            foreach ((string _, string text) in said.Where(s => s.Day == $"{day:MM-dd}"))
            {
                room.Clock.Set(day, new TimeOnly(9, 0));
                room.Write(Ann, text);
            }
        }

        output.WriteLine(room.Transcript);
        Assert.Equal(transcript, room.Transcript, ignoreLineEndingDifferences: true);
    }
}
