using System.CommandLine;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>alert preview</c>: what a warning would say, in every language. Nothing is stored or sent.</summary>
internal static class AlertPreviewCommand
{
    /// <summary>The command.</summary>
    public static Command Of(IConsole console)
    {
        Command preview = new("preview", "print what a warning would say in every language, with the length and parts of its SMS; sends nothing");
        Option<string> hazard = new("--hazard") { Description = "haze, river-flood, flash-flood, …", Required = true };
        Option<string> level = new("--level") { Description = "moderate, severe, none (the end) or cancel", Required = true };
        Option<string?> region = new("--region") { Description = "the region's code; without one a made-up name" };
        Option<string?> station = new("--station") { Description = "the station that measured" };
        Option<string[]> value = new("--value")
        {
            Description = "a measured number, as in rain_24h=105; may be repeated; without one a usual number",
            HelpName = "NAME=NUMBER",
        };
        Option<string?> reason = new("--reason") { Description = "why the warning is taken back" };
        Option<bool> drill = new("--drill") { Description = "marked as an exercise" };
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in new Option[] { hazard, level, region, station, value, reason, drill, json })
        {
            preview.Options.Add(option);
        }

        preview.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = CloudCall.WarningTexts(configuration);
            PreviewQuery query = new(
                call.GetRequiredValue(hazard), call.GetRequiredValue(level), call.GetValue(region), call.GetValue(station),
                call.GetValue(value) ?? [], call.GetValue(reason), call.GetValue(drill));
            AlertPreview answer = query.Answer(
                services.GetRequiredService<WarningComposer>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            if (call.GetValue(json))
            {
                console.Line(AlertPreviewJson.Of(answer).ToJsonString(CloudCall.ReadableJson));
            }
            else
            {
                Print(answer, console);
            }

            return ExitCodes.Ok;
        });
        return preview;
    }

    private static void Print(AlertPreview preview, IConsole console)
    {
        foreach (LanguagePreview language in preview.Languages)
        {
            string told = language.ToldIn == language.Language ? string.Empty : $", has no words for it and is told in {language.ToldIn}";
            console.Line($"== {language.Name} ({language.Language}{told})");
            console.Line($"headline     {language.Text.Headline}");
            console.Line($"description  {Indented(language.Text.Description)}");
            console.Line($"instruction  {Indented(language.Text.Instruction)}");
            console.Line($"first SMS    {Size(language.Sms)}");
            PrintParts(language.Sms, console);
            console.Line($"second SMS   {Size(language.Detail)}");
            PrintParts(language.Detail, console);
        }
    }

    private static void PrintParts(SmsParts parts, IConsole console)
    {
        foreach (string text in parts.Texts)
        {
            console.Line($"             | {text}");
        }
    }

    private static string Size(SmsParts parts) => $"{parts.Encoding.Name()}, {parts.Units} units, {parts.Count} parts";

    private static string Indented(string text) => text.Replace("\n", "\n             ", StringComparison.Ordinal);
}
