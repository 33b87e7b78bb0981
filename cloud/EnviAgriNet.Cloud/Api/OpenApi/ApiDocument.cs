using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EnviAgriNet.Cloud.Api.OpenApi;

/// <summary>The document that describes the interface to programs: <c>/api/openapi.json</c>, made from the addresses themselves.</summary>
internal static class ApiDocument
{
    private const string Address = "/api/openapi.json";

    private const string About =
        "Readings, warnings and forecasts of EnviAgriNet. Times are ISO 8601 in UTC, units are UCUM codes, quality flags are those of QARTOD "
        + "(1 passed, 2 not evaluated, 3 suspect, 4 failed, 9 missing). What is outside a limit is answered 400 with a sentence that names the "
        + "field. Answers with an ETag are asked for again with If-None-Match. Addresses for officers need a session, a token or a key.";

    /// <summary>Adds what makes the document.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "EnviAgriNet", Version = "1", Description = About };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    });

    /// <summary>Adds the address of the document.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi(Address);
}
