using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>
/// The pages of registration. They work on a small phone and without a script; what was typed comes back with what is wrong at each
/// field, an address excepted, which is never put into an answer.
/// </summary>
internal sealed class RegistrationPage(ConsentTexts consents, PlaceChoices places)
{
    /// <summary>The first page: a province, and with it the form.</summary>
    public Markup Form(RegistrationWords words, string province, Choices? choices)
    {
        Markup chooser = Markup.Of($"""
            <form method="get" action="/register" class="card">
              <input type="hidden" name="lang" value="{words.Language}">
              <p><label for="province">{words["province"]}</label>
              <select id="province" name="province" required>
                <option value="">{words["choose"]}</option>
                {PlaceChoices.Provinces(words.Language).Select(p => Option(p.Code, p.Name, p.Code == province))}
              </select></p>
              <p><button type="submit" class="second">{words["next"]}</button></p>
            </form>
            """);
        Markup form = PlaceChoices.ProvinceName(province, words.Language) is null ? default : Whole(words, province, choices);
        return Page(words, words["title"], Markup.Of($"""
            <p>{words["intro"]}</p>
            {Summary(words, choices?.Faults)}
            {chooser}
            {form}
            <h2>{words["manage"]}</h2>
            {AddressForm(words, "/register/manage", words["manage-intro"], default)}
            """));
    }

    /// <summary>Asks for a code.</summary>
    public static Markup Code(RegistrationWords words, string registration, string sentTo, int? triesLeft) => Page(words, words["code-title"], Markup.Of($"""
        {Markup.Of($"<p role=\"status\">{words["code-sent"]} <b>{sentTo}</b></p>").If(sentTo.Length > 0)}
        <form method="post" action="/register/code" class="card">
          <input type="hidden" name="lang" value="{words.Language}">
          <input type="hidden" name="registration" value="{registration}">
          <p><label for="code">{words["code"]}</label>
          {Fault(words, "code", triesLeft is { } left ? $"{words["code-fault"]} {left}" : null)}
          <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required autofocus
            {Described("code", triesLeft is not null)}>
          <span class="hint" id="code-hint">{words["code-life"]}</span></p>
          <p><button type="submit">{words["confirm"]}</button></p>
        </form>
        <p><a href="/register?lang={words.Language}">{words["again"]}</a></p>
        """));

    /// <summary>One's own data, after a code.</summary>
    public Markup Mine(RegistrationWords words, Subscriber person, string ticket, string said, Choices? choices)
    {
        IReadOnlyList<RegionId> chosen = choices?.Places ?? person.Regions;
        string[] provinces = [.. chosen.Select(place => place.Province.Code).Distinct()];
        IEnumerable<(string Code, string Name)> offered = chosen.Select(place => (place.Code, places.NameOf(place, words.Language)))
            .Concat(provinces.SelectMany(code => places.Offered(code, words.Language)))
            .DistinctBy(place => place.Code);
        Markup hidden = Markup.Of($"""
            <input type="hidden" name="lang" value="{words.Language}"><input type="hidden" name="ticket" value="{ticket}">
            """);
        return Page(words, words["mine"], Markup.Of($"""
            {Markup.Of($"<p class=\"calm\" role=\"status\">{said}</p>").If(said.Length > 0)}
            {Summary(words, choices?.Faults)}
            <h2>{words["contacts"]}</h2>
            <ul class="plain">{person.Contacts.Select(contact => ContactLine(words, hidden, contact))}</ul>
            <form method="post" action="/register/change" class="card">
              {hidden}
              {Languages(words, choices?.Language ?? person.Language, choices?.Faults)}
              {Places(words, offered, chosen, choices?.Faults)}
              {Crops(words, choices?.Crops ?? person.Crops, choices?.Faults)}
              <p><button type="submit">{words["save"]}</button></p>
            </form>
            <h2>{words["add"]}</h2>
            {AddressForm(words, "/register/add", words["address-hint"], hidden)}
            <h2>{words["agreed"]} {person.Consent.Version}</h2>
            <p>{words["on"]} {ThaiDay(person.Consent.At, words.Language)} ({person.Consent.Way})</p>
            <form method="post" action="/register/export">{hidden}<p><button type="submit" class="second">{words["export"]}</button></p></form>
            <form method="post" action="/register/erase" class="card">
              {hidden}
              <p class="hint">{words["erase-hint"]}</p>
              <p><label class="check"><input type="checkbox" name="sure" value="yes" required> {words["erase-sure"]}</label></p>
              <p><button type="submit" class="danger">{words["erase"]}</button></p>
            </form>
            """));
    }

    /// <summary>Says one thing.</summary>
    public static Markup Message(RegistrationWords words, string text) => Page(words, words["title"], Markup.Of($"""
        <p class="calm" role="status">{text}</p>
        <p><a href="/register?lang={words.Language}">{words["title"]}</a></p>
        """));

    private Markup Whole(RegistrationWords words, string province, Choices? choices)
    {
        IReadOnlyList<RegionId> chosen = choices?.Places ?? [];
        IEnumerable<(string Code, string Name)> offered =
        [
            (province, $"{words["whole"]} {PlaceChoices.ProvinceName(province, words.Language)}"),
            .. places.Offered(province, words.Language),
            .. chosen.Where(place => place.Province.Code != province || place.Code.Length > 2).Select(place => (place.Code, places.NameOf(place, words.Language))),
        ];
        return Markup.Of($"""
            <form method="post" action="/register" class="card" id="register">
              <input type="hidden" name="lang" value="{words.Language}">
              <input type="hidden" name="province" value="{province}">
              <input type="hidden" name="consent" value="{ConsentTexts.Current}">
              {AddressField(words, choices?.Faults.GetValueOrDefault("address"), "address", words["address-hint"])}
              {Languages(words, choices?.Language ?? words.Language, choices?.Faults)}
              {Places(words, offered.DistinctBy(place => place.Code), chosen, choices?.Faults)}
              {Crops(words, choices?.Crops ?? [], choices?.Faults)}
              <div class="consent" tabindex="0">{Consent(words)}</div>
              {Fault(words, "agree", choices?.Faults.GetValueOrDefault("agree") is { } fault ? words[fault] : null)}
              <p><label class="check"><input type="checkbox" id="agree" name="agree" value="yes" required
                {Described("agree", choices?.Faults.ContainsKey("agree") == true)}> {words["consent"]}</label></p>
              <p><button type="submit">{words["send"]}</button></p>
            </form>
            """);
    }

    private IEnumerable<Markup> Consent(RegistrationWords words) =>
        consents.Find(ConsentTexts.Current, words.Language)!.Split("\n\n").Select(paragraph => Markup.Of($"<p>{paragraph}</p>"));

    private static Markup AddressForm(RegistrationWords words, string action, string hint, Markup hidden) => Markup.Of($"""
        <form method="post" action="{action}" class="card">
          {(hidden == default ? Markup.Of($"<input type=\"hidden\" name=\"lang\" value=\"{words.Language}\">") : hidden)}
          {AddressField(words, null, action[(action.LastIndexOf('/') + 1)..], hint)}
          <p><button type="submit" class="second">{words["send"]}</button></p>
        </form>
        """);

    private static Markup AddressField(RegistrationWords words, string? fault, string id, string hint) => Markup.Of($"""
        <p><label for="{id}">{words["address"]}</label>
        {Fault(words, id, fault is null ? null : words[fault])}
        <input id="{id}" name="address" autocomplete="tel" maxlength="254" required {Described(id, fault is not null)}>
        <span class="hint" id="{id}-hint">{hint}</span></p>
        """);

    private static Markup Languages(RegistrationWords words, string chosen, IReadOnlyDictionary<string, string>? faults) => Markup.Of($"""
        <fieldset aria-describedby="language-fault"><legend>{words["language"]}</legend>
        {FaultOf(words, "language", faults)}
        {((string[])["th", "en"]).Select(code => Markup.Of($"""
            <label class="check"><input type="radio" name="language" value="{code}"{Checked(code == chosen)} required> {words[code]}</label>
            """))}
        </fieldset>
        """);

    private static Markup Places(
        RegistrationWords words, IEnumerable<(string Code, string Name)> offered, IReadOnlyList<RegionId> chosen, IReadOnlyDictionary<string, string>? faults) => Markup.Of($"""
        <fieldset aria-describedby="places-fault"><legend>{words["places"]}</legend>
        {FaultOf(words, "places", faults)}
        {offered.Select(place => Markup.Of($"""
            <label class="check"><input type="checkbox" name="places" value="{place.Code}"{Checked(chosen.Any(c => c.Code == place.Code))}> {place.Name}</label>
            """))}
        <p><label for="codes">{words["places-codes"]}</label>
        <input id="codes" name="codes" inputmode="numeric" maxlength="200" autocomplete="off"></p>
        </fieldset>
        """);

    private static Markup Crops(RegistrationWords words, IReadOnlyList<string> chosen, IReadOnlyDictionary<string, string>? faults) => Markup.Of($"""
        <details{(chosen.Count > 0 || faults?.ContainsKey("crops") == true ? Markup.Of($" open") : default)}><summary>{words["crops"]}</summary>
        {FaultOf(words, "crops", faults)}
        {CropTable.All.Select(crop => Markup.Of($"""
            <label class="check"><input type="checkbox" name="crops" value="{crop.Code}"{Checked(chosen.Contains(crop.Code))}> {(words.Language == "en" ? crop.NameEn : crop.NameTh)}</label>
            """))}
        </details>
        """);

    private static Markup ContactLine(RegistrationWords words, Markup hidden, Contact contact) => Markup.Of($"""
        <li><b>{contact.Channel}</b> {(contact.State == ContactState.Stopped ? "–" : contact.Masked)} ({words[contact.State.Word()]})
        {Markup.Of($"""
            <form method="post" action="/register/stop" class="inline">{hidden}<input type="hidden" name="channel" value="{contact.Channel}"><button type="submit" class="danger">{words["stop"]}</button></form>
            """).If(contact.State != ContactState.Stopped)}</li>
        """);

    private static Markup Summary(RegistrationWords words, IReadOnlyDictionary<string, string>? faults) =>
        Markup.Of($"<p class=\"fault\" role=\"alert\">{words["faults"]}</p>").If(faults is { Count: > 0 });

    private static Markup FaultOf(RegistrationWords words, string field, IReadOnlyDictionary<string, string>? faults) =>
        Fault(words, field, faults?.GetValueOrDefault(field) is { } fault ? words[fault] : null);

    private static Markup Fault(RegistrationWords words, string field, string? text) =>
        Markup.Of($"<span class=\"fault\" id=\"{field}-fault\" lang=\"{words.Language}\">{text}</span>").If(text is not null);

    private static Markup Described(string field, bool isFaulty) => isFaulty
        ? Markup.Of($"aria-invalid=\"true\" aria-describedby=\"{field}-fault {field}-hint\"")
        : Markup.Of($"aria-describedby=\"{field}-hint\"");

    private static Markup Option(string value, string name, bool isChosen) =>
        Markup.Of($"<option value=\"{value}\"{(isChosen ? Markup.Of($" selected") : default)}>{name}</option>");

    private static Markup Checked(bool isChecked) => Markup.Of($" checked").If(isChecked);

    private static string ThaiDay(DateTimeOffset time, string language)
    {
        DateTimeOffset local = time.ToOffset(TimeSpan.FromHours(7));
        int year = language == "en" ? local.Year : local.Year + 543;
        return $"{local.Day}/{local.Month}/{year}";
    }

    private static Markup Page(RegistrationWords words, string title, Markup body)
    {
        RegistrationWords other = words.Language == "en" ? RegistrationWords.Thai : RegistrationWords.English;
        return PageFrame.Of("/register", (words.Language, other.Language), (words["home"], words["other"]), title, body);
    }
}
