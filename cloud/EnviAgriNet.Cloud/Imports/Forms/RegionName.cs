using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Whose row it is: a province, the whole country, a part of it, or somewhere that is not known.</summary>
internal readonly record struct RegionName(RegionId? Province, bool IsCountry, bool IsPart, bool IsExact)
{
    /// <summary>Reads the first column of a table.</summary>
    public static RegionName Of(string name)
    {
        string tight = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        if (tight.Contains("ทั้งประเทศ", StringComparison.Ordinal) || tight is "ประเทศ" || tight.Equals("WholeKingdom", StringComparison.OrdinalIgnoreCase))
        {
            return new RegionName(null, true, false, true);
        }

        string bare = tight.StartsWith("ภาค", StringComparison.Ordinal) ? tight[3..] : tight;
        bool isPart = bare is "เหนือ" or "ตะวันออกเฉียงเหนือ" or "กลาง" or "ใต้" or "ตะวันออก" or "ตะวันตก"
            || tight.StartsWith("Other", StringComparison.OrdinalIgnoreCase);
        if (isPart)
        {
            return new RegionName(null, false, true, true);
        }

        RegionId? province = ProvinceText.Find(name, out bool isExact);
        return new RegionName(province, false, false, isExact);
    }
}
