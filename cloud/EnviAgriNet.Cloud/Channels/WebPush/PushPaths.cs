namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>The addresses of web push on our own site.</summary>
internal static class PushPaths
{
    /// <summary>The public half of our key.</summary>
    public const string Key = "/api/push/key";

    /// <summary>A browser subscribes.</summary>
    public const string Subscribe = "/api/push/subscribe";

    /// <summary>A browser unsubscribes.</summary>
    public const string Unsubscribe = "/api/push/unsubscribe";

    /// <summary>A service worker says that a notification was shown.</summary>
    public const string Shown = "/api/push/shown";
}
