using System.CommandLine;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>The options by which an officer gives the words of a warning.</summary>
internal sealed class WordingOptions
{
    private readonly Option<string?> _textTh = Option("--text-th", $"the SMS and headline in Thai, at most {SmsText.UnitsMax} characters");
    private readonly Option<string?> _textEn = Option("--text-en", $"the SMS and headline in English, at most {SmsText.UnitsMax} characters");
    private readonly Option<string?> _detailTh = Option("--detail-th", "a second SMS and description in Thai; empty for none");
    private readonly Option<string?> _detailEn = Option("--detail-en", "a second SMS and description in English; empty for none");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (ReadOnlySpan<Option>)[_textTh, _textEn, _detailTh, _detailEn])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public AlertWording Read(ParseResult call) =>
        new(call.GetValue(_textTh), call.GetValue(_textEn), call.GetValue(_detailTh), call.GetValue(_detailEn));

    private static Option<string?> Option(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
