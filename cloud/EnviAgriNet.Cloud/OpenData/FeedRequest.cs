using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.OpenData;

/// <summary>Which feed is asked for.</summary>
/// <param name="IsRss">RSS 2.0 instead of Atom.</param>
/// <param name="Province">Only messages of this province; null for all.</param>
/// <param name="Language">The language of the entries.</param>
/// <param name="WithExercises">Whether exercises are listed too.</param>
internal sealed record FeedRequest(bool IsRss, RegionId? Province, string Language, bool WithExercises)
{
    private const int LanguageLength = 2;

    /// <summary>Reads the parts of an address; false with what is wrong.</summary>
    public static bool TryRead(
        bool isRss,
        string? province,
        string? language,
        bool exercise,
        [NotNullWhen(true)] out FeedRequest? request,
        [NotNullWhen(false)] out string? fault)
    {
        request = null;
        RegionId region = default;
        bool isProvince = province is null || (RegionId.TryParse(province, out region) && region == region.Province);
        bool isLanguage = language is null || (language.Length == LanguageLength && language.All(char.IsAsciiLetterLower));
        fault = !isProvince ? "province must be two digits, such as 50"
            : !isLanguage ? "language must be two small letters, such as th"
            : null;
        if (fault is not null)
        {
            return false;
        }

        request = new FeedRequest(isRss, province is null ? null : region, language ?? Languages.Thai, exercise);
        return true;
    }

    /// <summary>The address of the feed below the cloud's own.</summary>
    public string Path
    {
        get
        {
            List<string> query = [];
            if (Province is { } province)
            {
                query.Add($"province={province.Code}");
            }

            if (Language != Languages.Thai)
            {
                query.Add($"language={Language}");
            }

            if (WithExercises)
            {
                query.Add("exercise=true");
            }

            return $"/cap/feed.{(IsRss ? "rss" : "atom")}{(query.Count == 0 ? string.Empty : "?")}{string.Join('&', query)}";
        }
    }
}
