namespace EnviAgriNet.Core.Alerts;

/// <summary>What is wrong with a file of words; only what is named here is refused.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Hazard">The hazard, or the part of the file; empty for the file as a whole.</param>
/// <param name="Case">The case, phrase or measure; empty where there is none.</param>
/// <param name="Field">The field; empty where there is none.</param>
/// <param name="Reason">What is wrong, with the limit.</param>
/// <param name="IsMissing">Whether something is only not there, and taken from another language.</param>
public sealed record PhrasebookFault(string File, string Hazard, string Case, string Field, string Reason, bool IsMissing = false)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{File}: {string.Join(", ", new[] { Hazard, Case, Field }.Where(w => w.Length > 0).Append(Reason))}";
}

/// <summary>What a file of words held.</summary>
/// <param name="Book">The words; null when the file as a whole is refused.</param>
/// <param name="Faults">What was wrong or missing.</param>
public sealed record PhrasebookReading(Phrasebook? Book, IReadOnlyList<PhrasebookFault> Faults)
{
    /// <summary>Whether nothing was refused; something may still be missing.</summary>
    public bool IsWhole => Book is not null && Faults.All(f => f.IsMissing);
}
