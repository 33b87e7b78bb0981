using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Pages.Tests;

/// <summary>Signs officers in without the sign-in page, which has tests of its own.</summary>
internal static class SignIn
{
    /// <summary>The cookie of a new session of an officer.</summary>
    public static Microsoft.Playwright.Cookie CookieOf(PagesCloud cloud, string name)
    {
        Officer officer = cloud.Get<OfficerBook>().Find(name, Role.Viewer).Officer!;
        DefaultHttpContext context = new() { Request = { Scheme = "http", Host = new HostString(cloud.Address.Authority) } };
        cloud.Get<SessionBook>().Open(officer, "password", context);
        SetCookieHeaderValue cookie = SetCookieHeaderValue.ParseList([.. context.Response.Headers.SetCookie!])[^1];
        return new() { Name = cookie.Name.Value!, Value = cookie.Value.Value!, Url = cloud.Address.AbsoluteUri };
    }
}
