namespace EnviAgriNet.Cloud.Access;

/// <summary>A refusal with its code beside what it says.</summary>
internal sealed class CodedRefusal(IResult said, RefusalCode code) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[RefusalCode.Header] = code.ToString();
        return said.ExecuteAsync(httpContext);
    }
}

/// <summary>How an answer gets its code.</summary>
internal static class CodedRefusals
{
    /// <summary>The answer of a gate that lets only so many through.</summary>
    public static IResult Busy() => Results.Text("too many ask at once; ask again", statusCode: StatusCodes.Status503ServiceUnavailable).Coded("busy");

    /// <summary>The same answer, told by a code as well; without a code the answer itself.</summary>
    public static IResult Coded(this IResult said, RefusalCode? code) => code is null ? said : new CodedRefusal(said, code);

    /// <summary>The same answer, told by a code as well.</summary>
    public static IResult Coded(this IResult said, string name, params (string Name, object Value)[] values) => said.Coded(new RefusalCode(name, values));
}
