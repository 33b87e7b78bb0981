using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

public sealed class QualityMarkTests
{
    [Fact]
    public void Pack_EveryFlagAndTest_ComesBack()
    {
        foreach (QualityFlag flag in new[] { QualityFlag.Pass, QualityFlag.NotEvaluated, QualityFlag.Suspect, QualityFlag.Fail })
        {
            foreach (QualityTest test in Enum.GetValues<QualityTest>())
            {
                byte packed = QualityMark.Pack(flag, test);
                Assert.Equal((flag, test), (QualityMark.FlagIn(packed), QualityMark.TestIn(packed)));
            }

            Assert.Equal((byte)flag, QualityMark.Pack(flag, QualityTest.None));
        }
    }

    [Fact]
    public void TestIn_NumberOfLater_IsNone() => Assert.Equal(QualityTest.None, QualityMark.TestIn(0xFB));

    [Fact]
    public void Pack_Missing_HasNoRoom() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QualityMark.Pack(QualityFlag.Missing, QualityTest.None));

    [Fact]
    public void NameOf_EveryTest_IsFoundAgain()
    {
        foreach (QualityTest test in Enum.GetValues<QualityTest>())
        {
            Assert.Equal(test, QualityMark.TestOf(QualityMark.NameOf(test)));
            Assert.True((int)test <= 31, "five bits hold the number");
        }

        Assert.Equal("rate_of_change", QualityMark.NameOf(QualityTest.RateOfChange));
        Assert.Equal(QualityTest.None, QualityMark.TestOf(null));
    }
}
