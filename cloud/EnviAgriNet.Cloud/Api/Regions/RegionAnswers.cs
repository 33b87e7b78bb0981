using System.Security.Cryptography;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>Answers that are given again for a while to all who ask the same. Safe for use by several threads.</summary>
internal sealed class RegionAnswers(TimeProvider time)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, Answer> _kept = [];

    /// <summary>The answer to a question that is still fresh, or null.</summary>
    public Answer? Find(string question)
    {
        lock (_guard)
        {
            return _kept.TryGetValue(question, out Answer? answer) && time.GetElapsedTime(answer.MadeAt) < RegionLimits.AgeMax ? answer : null;
        }
    }

    /// <summary>Keeps an answer, and gives it with the name of its content.</summary>
    public Answer Keep(string question, byte[] body)
    {
        Answer answer = new(body, Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12)), time.GetTimestamp());
        lock (_guard)
        {
            if (_kept.Count >= RegionLimits.KeptMax)
            {
                _kept.Clear();
            }

            _kept[question] = answer;
        }

        return answer;
    }

    /// <summary>A finished answer.</summary>
    internal sealed record Answer(byte[] Body, string Edition, long MadeAt);
}
