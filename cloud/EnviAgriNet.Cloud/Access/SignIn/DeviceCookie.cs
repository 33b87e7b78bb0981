using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// Remembers in a browser that an officer once signed in from it. It opens nothing; but tries from there are counted apart, so that a
/// stranger who guesses at an officer's name all day keeps the officer's own browser out not for a second.
/// </summary>
internal sealed class DeviceCookie(RegistryKeys keys)
{
    private const string SecureName = "__Host-eag-device";
    private const string PlainName = "eag-device";
    private const int MarkBytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Lookup, 32, info: "eag-device-1"u8.ToArray());

    /// <summary>Under which the tries of this browser at a name are counted; null for a browser that the officer never used.</summary>
    public string? MarkOf(HttpContext context, string name)
    {
        string[] parts = (context.Request.Cookies[NameFor(context)] ?? string.Empty).Split('.');
        return parts is [{ Length: < 64 } mark, { Length: < 64 } proof]
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(proof), Encoding.ASCII.GetBytes(ProofOf(name, mark)))
                ? $"device {mark}"
                : null;
    }

    /// <summary>Remembers it.</summary>
    public void Set(HttpContext context, string name)
    {
        string mark = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MarkBytes));
        context.Response.Cookies.Append(NameFor(context), $"{mark}.{ProofOf(name, mark)}", new CookieOptions
        {
            HttpOnly = true,
            Secure = PageRequest.IsOverTls(context),
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = SignInLimits.DeviceFor,
        });
    }

    private static string NameFor(HttpContext context) => PageRequest.IsOverTls(context) ? SecureName : PlainName;

    private string ProofOf(string name, string mark) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{name}\n{mark}")));
}
