using Microsoft.AspNetCore.Connections.Features;

namespace EnviAgriNet.Edge.Intake;

/// <summary>By which of the edge's listeners a request came.</summary>
internal enum Door
{
    /// <summary>The Unix socket: a program on this machine, kept out by file permissions.</summary>
    Socket,

    /// <summary>The LAN: readings only, with the token.</summary>
    Lan,

    /// <summary>The centre's screen: looking only.</summary>
    Screen,
}

/// <summary>Notes the door on the connection and reads it on the request.</summary>
internal static class Doors
{
    private const string Key = "eag.door";

    /// <summary>Marks all connections of a listener.</summary>
    public static void UseDoor(this Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listener, Door door) =>
        listener.Use(next => connection =>
        {
            connection.Items[Key] = door;
            return next(connection);
        });

    /// <summary>The door of a request.</summary>
    public static Door DoorOf(HttpContext http) =>
        http.Features.Get<IConnectionItemsFeature>()?.Items[Key] is Door door ? door : Door.Screen;
}
