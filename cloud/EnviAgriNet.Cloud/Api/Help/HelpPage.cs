using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Help;

/// <summary>The pages of calls for help and complaints. They work on a small phone and without a script.</summary>
internal static class HelpPage
{
    /// <summary>The form.</summary>
    /// <param name="words">The language.</param>
    /// <param name="form">What was typed, and what is wrong with it.</param>
    /// <param name="call">What makes this one call, should it be sent twice.</param>
    /// <param name="hotline">The number to call.</param>
    public static Markup Form(HelpWords words, HelpForm form, string call, string hotline) => Page(words, words["title"], Markup.Of($"""
        <p>{words["intro"]} <a href="tel:{hotline}"><b>{hotline}</b></a></p>
        <form method="post" action="/help" class="card" id="call">
          <input type="hidden" name="lang" value="{words.Language}"><input type="hidden" name="call" value="{call}">
          <input type="hidden" name="latitude" id="latitude"><input type="hidden" name="longitude" id="longitude">
          <p><label for="kind">{words["kind"]}</label>
          <select id="kind" name="kind">{ComplaintKinds.All.Prepend(NewCase.Help).Select(kind => Option(words, kind, kind == form.Kind))}</select></p>
          <p><label for="text">{words["text"]}</label>{Fault(words, form, "text")}
          <input id="text" name="text" maxlength="450" value="{form.Text}" autocomplete="off"><span class="hint">{words["text-hint"]}</span></p>
          <p><label for="where">{words["where"]}</label>
          <input id="where" name="where" maxlength="200" value="{form.Where}" autocomplete="street-address"></p>
          <p><button type="button" class="second" id="locate" hidden data-done="{words["located"]}" data-failed="{words["unlocated"]}">{words["locate"]}</button>
          <span id="located" role="status"></span></p>
          <p><label for="people">{words["people"]}</label>
          <input id="people" name="people" inputmode="numeric" maxlength="3" value="{form.People?.ToString(System.Globalization.CultureInfo.InvariantCulture)}"></p>
          <fieldset><legend>{words["needs"]}</legend>
          {CaseDetails.Needs.Select(need => Need(words, need, form.Needs.Contains(need)))}</fieldset>
          <p><label for="phone">{words["phone"]}</label>{Fault(words, form, "phone")}
          <input id="phone" name="phone" type="tel" inputmode="tel" maxlength="20" autocomplete="tel"><span class="hint">{words["phone-hint"]}</span></p>
          <p class="hint">{words["privacy"]}</p>
          <p><button type="submit">{words["send"]}</button></p>
        </form>
        <h2>{words["state-ask"]}</h2>
        {Lookup(words)}
        """));

    /// <summary>The call was taken.</summary>
    /// <param name="words">The language.</param>
    /// <param name="number">Its number; null when it joined a case whose number is only for the owner of the phone.</param>
    /// <param name="link">The link to its state.</param>
    /// <param name="hotline">The number to call.</param>
    public static Markup Taken(HelpWords words, string? number, string link, string hotline) => Page(words, words["taken"], Markup.Of($"""
        {Markup.Of($"<p class=\"calm\" role=\"status\">{words["number"]}: <b>{number}</b></p><p><a href=\"{link}\">{words["keep"]}</a></p>").If(number is not null)}
        {Markup.Of($"<p class=\"calm\" role=\"status\">{words["merged"]}</p>").If(number is null)}
        <p>{words["intro"]} <a href="tel:{hotline}"><b>{hotline}</b></a></p>
        <p><a href="/help?lang={words.Language}">{words["again"]}</a></p>
        """));

    /// <summary>How a case stands: nothing that was written, nobody's name.</summary>
    public static Markup State(HelpWords words, CaseLine file, string hotline) => Page(words, words["state-title"], Markup.Of($"""
        <p class="calm" role="status"><b>{CaseTexts.Stands(file.Number, file.State, words.Language, hotline)}</b></p>
        <dl class="card"><dt>{words["kind"]}</dt><dd>{ComplaintKinds.Name(file.Kind, words.IsThai)}</dd>
        <dt>{words["opened"]}</dt><dd>{LocalTime.Text(file.OpenedAt, words.Language)}</dd>
        <dt>{words["changed"]}</dt><dd>{LocalTime.Text(file.ChangedAt, words.Language)}</dd></dl>
        <p><a href="/help?lang={words.Language}">{words["again"]}</a></p>
        """));

    /// <summary>The case is not told, whether there is one or not.</summary>
    public static Markup NoState(HelpWords words) => Page(words, words["state-title"], Markup.Of($"""
        <p class="fault" role="alert">{words["state-none"]}</p>
        {Lookup(words)}
        """));

    /// <summary>The form could not be read.</summary>
    public static Markup Refused(HelpWords words, string hotline) => Page(words, words["title"], Markup.Of($"""
        <p class="fault" role="alert">{words["refused"]}</p>
        <p>{words["intro"]} <a href="tel:{hotline}"><b>{hotline}</b></a></p>
        <p><a href="/help?lang={words.Language}">{words["again"]}</a></p>
        """));

    private static Markup Lookup(HelpWords words) => Markup.Of($"""
        <form method="post" action="/help/state" class="card">
          <input type="hidden" name="lang" value="{words.Language}">
          <p><label for="number">{words["case"]}</label><input id="number" name="number" maxlength="12" autocapitalize="characters" required></p>
          <p><label for="own">{words["phone"]}</label><input id="own" name="phone" type="tel" inputmode="tel" maxlength="20" required></p>
          <p><button type="submit" class="second">{words["see"]}</button></p>
        </form>
        """);

    private static Markup Option(HelpWords words, string kind, bool isChosen) => Markup.Of(
        $"<option value=\"{kind}\"{Markup.Of($" selected").If(isChosen)}>{ComplaintKinds.Name(kind, words.IsThai)}</option>");

    private static Markup Need(HelpWords words, string need, bool isChosen) => Markup.Of(
        $"<label class=\"check\"><input type=\"checkbox\" name=\"needs\" value=\"{need}\"{Markup.Of($" checked").If(isChosen)}> {words[need]}</label>");

    private static Markup Fault(HelpWords words, HelpForm form, string field) =>
        Markup.Of($"<span class=\"fault\" role=\"alert\">{words[field + "-fault"]}</span>").If(form.Faults.Contains(field));

    private static Markup Page(HelpWords words, string title, Markup body) =>
        PageFrame.Of("/help", (words.Language, words.Other), (words["home"], words["other"]), title, body);
}
