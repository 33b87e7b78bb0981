namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>The words the program has for a warning, without any measured number.</summary>
/// <param name="TextTh">The SMS in Thai.</param>
/// <param name="TextEn">The SMS in English.</param>
/// <param name="DetailTh">The second SMS in Thai.</param>
/// <param name="DetailEn">The second SMS in English.</param>
/// <param name="InstructionTh">What to do, in Thai; it goes with the warning whatever its words are.</param>
/// <param name="InstructionEn">What to do, in English.</param>
/// <param name="Place">What the region is called.</param>
internal sealed record SuggestionView(
    string TextTh, string TextEn, string DetailTh, string DetailEn, string InstructionTh, string InstructionEn, PlaceName Place);
