using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Cloud.Tests.Access.OpenId;

/// <summary>
/// An identity provider on this machine that holds its clients to the letter of the standard, and that a test can make dishonest in one
/// point at a time.
/// </summary>
internal sealed class ProviderStandIn : IAsyncDisposable
{
    public const string ClientId = "eag-test";
    public const string Secret = "s3cret/with:odd letters";

    private readonly WebApplication _app;
    private readonly Dictionary<string, JsonObject> _codes = [];

    public ProviderStandIn()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Text((Document ?? Discovery()).ToJsonString(), "application/json"));
        _app.MapGet("/keys", () =>
        {
            KeysAsked++;
            return Results.Text(KeySet().ToJsonString(), "application/json");
        });
        _app.MapPost("/token", TokenAsync);
    }

    public string Issuer => _app.Urls.First();

    public string Subject { get; set; } = "1-1037-02071-81-1";

    public RSA Rsa { get; set; } = RSA.Create(2048);

    public ECDsa Curve { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyName { get; set; } = "k1";

    public bool IsCurve { get; set; }

    public int KeysAsked { get; private set; }

    public JsonObject? Document { get; set; }

    /// <summary>Changes the claims before they are signed.</summary>
    public Action<JsonObject>? Claims { get; set; }

    /// <summary>Makes the token in place of an honest one.</summary>
    public Func<JsonObject, string>? Forge { get; set; }

    /// <summary>Why the provider turned the last exchange away.</summary>
    public string? Refused { get; private set; }

    public Task StartAsync() => _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Rsa.Dispose();
        Curve.Dispose();
    }

    public JsonObject Discovery() => new()
    {
        ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/keys",
        ["authorization_response_iss_parameter_supported"] = true,
    };

    /// <summary>A person who agrees: the code for the address to which a browser was sent.</summary>
    public (string Code, Dictionary<string, string> Asked) Agree(string address)
    {
        Dictionary<string, string> asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(address).Query).ToDictionary(q => q.Key, q => q.Value.Single()!);
        Assert.Equal(("code", ClientId, "S256", "openid"), (asked["response_type"], asked["client_id"], asked["code_challenge_method"], asked["scope"]));
        Assert.All((string[])["state", "nonce", "code_challenge"], name => Assert.Equal(43, asked[name].Length));
        string code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new JsonObject { ["nonce"] = asked["nonce"], ["challenge"] = asked["code_challenge"], ["redirect"] = asked["redirect_uri"] };
        return (code, asked);
    }

    /// <summary>A signed token.</summary>
    public string Sign(JsonObject claims, string? algorithm = null)
    {
        JsonObject header = new() { ["alg"] = algorithm ?? (IsCurve ? "ES256" : "RS256"), ["kid"] = IsCurve ? "e1" : KeyName, ["typ"] = "JWT" };
        string text = $"{Part(header)}.{Part(claims)}";
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        byte[] signature = IsCurve
            ? Curve.SignData(bytes, HashAlgorithmName.SHA256)
            : Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Part(JsonNode node) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(node));

    public JsonObject KeySet()
    {
        RSAParameters rsa = Rsa.ExportParameters(false);
        ECParameters curve = Curve.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject { ["kty"] = "RSA", ["kid"] = KeyName, ["use"] = "sig", ["alg"] = "RS256", ["n"] = Base64Url.EncodeToString(rsa.Modulus), ["e"] = Base64Url.EncodeToString(rsa.Exponent) },
                new JsonObject { ["kty"] = "EC", ["kid"] = "e1", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(curve.Q.X), ["y"] = Base64Url.EncodeToString(curve.Q.Y) }),
        };
    }

    public JsonObject HonestClaims(string nonce)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new JsonObject { ["iss"] = Issuer, ["sub"] = Subject, ["aud"] = ClientId, ["exp"] = now + 300, ["iat"] = now, ["nonce"] = nonce };
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        string basic = $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{Uri.EscapeDataString(Secret)}"))}";
        _codes.Remove(form["code"].ToString(), out JsonObject? known);
        Refused = known is null ? "unknown code"
            : context.Request.Headers.Authorization != basic ? "not the client"
            : form["grant_type"] != "authorization_code" ? "grant type"
            : form["redirect_uri"] != (string?)known["redirect"] ? "redirect address"
            : Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != (string?)known["challenge"] ? "verifier"
            : null;
        if (Refused is not null)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        JsonObject claims = HonestClaims((string)known!["nonce"]!);
        Claims?.Invoke(claims);
        return Results.Text(new JsonObject { ["access_token"] = "x", ["token_type"] = "Bearer", ["id_token"] = Forge?.Invoke(claims) ?? Sign(claims) }.ToJsonString(), "application/json");
    }
}
