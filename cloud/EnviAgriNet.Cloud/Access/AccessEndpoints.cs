using System.Globalization;

namespace EnviAgriNet.Cloud.Access;

/// <summary>How endpoints ask for an officer.</summary>
internal static class AccessEndpoints
{
    private static readonly object Key = new();

    /// <summary>
    /// Lets only officers with a role in. It stands around the whole endpoint: of a stranger's request not even the body is read.
    /// </summary>
    public static TBuilder RequireOfficer<TBuilder>(this TBuilder builder, Role role)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            RequestDelegate inside = endpoint.RequestDelegate
                ?? throw new InvalidOperationException($"'{endpoint.DisplayName}' has nothing to guard");
            endpoint.RequestDelegate = context => EnterAsync(context, role, inside);
        });
        return builder;
    }

    /// <summary>The officer whose request it is; throws where the endpoint did not require one.</summary>
    public static Officer Officer(this HttpContext context) => context.Items[Key] as Officer
        ?? throw new InvalidOperationException("This endpoint does not require an officer");

    /// <summary>The officer whose request it is where anybody may ask; null for a stranger.</summary>
    public static Officer? OfficerOrNull(this HttpContext context) =>
        context.Items[Key] as Officer ?? context.RequestServices.GetRequiredService<OfficerGate>().Who(context);

    private static Task EnterAsync(HttpContext context, Role role, RequestDelegate inside)
    {
        (Officer? officer, int status) = context.RequestServices.GetRequiredService<OfficerGate>().Admit(context, role);
        context.Response.Headers.CacheControl = "no-store";
        if (officer is null)
        {
            context.Response.StatusCode = status;
            if (status == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
            }
            else if (status == StatusCodes.Status429TooManyRequests)
            {
                context.Response.Headers.RetryAfter = Limits.FailurePeriod.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            }

            return Task.CompletedTask;
        }

        context.Items[Key] = officer;
        return inside(context);
    }
}
