using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Imports;

public sealed class ImportFuzzTests
{
    private const string Title = "ราคามันสำปะหลังสดคละ รายเดือนที่เกษตรกรขายได้ ปี 2567 - 2568";

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Import_APackedWorkbookCutOrFlipped_IsRefusedWithAReasonOrTakenWhole(int seed)
    {
        byte[] book = TestWorkbook.Of(("ราคา", TestWorkbook.Monthly(Title, "บาท/กก.", [2567, .. Enumerable.Range(1, 12).Select(m => (object?)(1 + (m / 10.0)))])));
        await BreakAsync("f.xlsx", book, seed, rounds: 60);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Import_TextCutOrFlipped_NeverThrowsAnythingElse(int seed)
    {
        await BreakAsync("f.csv", "date,commodity,price,unit\n2026-01,maize,9.1,baht/kg\n2569-02,มันสำปะหลัง,\"2,100\",baht/ton\n"u8.ToArray(), seed, rounds: 60);
        await BreakAsync("f.json", """{"meta":{"product_name":"Rice","unit":"บาท/กก."},"records":[{"date":"2026-09-30","price_min":15,"price_max":16}]}"""u8.ToArray(), seed, rounds: 60);
    }

    [SharedDataFact("prices/oae_sheets/market_daily_2560-01-04.xls")]
    public async Task Import_ARecordedWorkbookCutOrFlipped_IsRefusedWithAReasonOrTakenWhole()
    {
        byte[] book = await File.ReadAllBytesAsync(SharedData.PathOf("prices/oae_sheets/market_daily_2560-01-04.xls"));
        await BreakAsync("f.xls", book, seed: 31, rounds: 120);
    }

    private static async Task BreakAsync(string name, byte[] whole, int seed, int rounds)
    {
        Random random = new(seed);
        using ImportRoom room = new();
        for (int round = 0; round < rounds; round++)
        {
            byte[] broken = [.. whole];
            if (round % 3 == 0)
            {
                broken = broken[..random.Next(broken.Length)];
            }
            else
            {
                for (int flips = random.Next(1, 12); flips > 0; flips--)
                {
                    broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
                }
            }

            int before = room.Prices.All().Count;
            try
            {
                await room.ImportAsync(name, broken);
            }
            catch (ImportException e)
            {
                Assert.True(e.Message.Length > 10 && room.Prices.All().Count == before, $"seed {seed}, round {round}: {e.Message}");
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {round}: {e}");
            }
        }
    }
}
