using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Tests.Channels;
using Microsoft.AspNetCore.Http;

namespace EnviAgriNet.Cloud.Tests.Access;

/// <summary>Officers of a running cloud, and sessions as their browsers hold them.</summary>
internal static class SignedIn
{
    /// <summary>Registers boss, who is admin, and malee, who is releaser.</summary>
    public static void AddOfficers(this CloudRoom cloud)
    {
        OfficerBook book = cloud.Get<OfficerBook>();
        Assert.Null(book.Add(new Officer("boss", new HashSet<Role> { Role.Admin }), null));
        Assert.Null(book.Add(new Officer("malee", new HashSet<Role> { Role.Releaser }), "boss"));
    }

    /// <summary>Opens a session; returns the cookie's name and secret.</summary>
    public static (string Name, string Secret) SignIn(this CloudRoom cloud, string officer)
    {
        DefaultHttpContext context = new();
        context.Request.Host = new HostString("localhost");
        cloud.Get<SessionBook>().Open(cloud.Get<OfficerBook>().Find(officer, Role.Viewer).Officer!, "password", context);
        string[] pair = context.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=');
        return (pair[0], pair[1]);
    }
}
