using System.Reflection;
using System.Text;
using KnowledgeBase.Web.Endpoints;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Web.Components;

/// <summary>
/// A page without a circuit, rendered as a whole before the first byte is sent. Takes neither forms, keys nor what else an interactive page needs, all of
/// which the framework's own result sets up for each page.
/// </summary>
/// <param name="parameters">The page's parameters by name.</param>
internal sealed class PageResult<TPage>(Dictionary<string, object?> parameters) : IResult
    where TPage : IComponent
{
    private const int BufferBytes = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Type? Layout = typeof(TPage).GetCustomAttribute<LayoutAttribute>()?.LayoutType;

    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var html = new WholeBody();
        await using (var writer = new StreamWriter(html.Stream, Utf8, BufferBytes, leaveOpen: true))
            await RenderAsync(httpContext, writer);
        var bytes = html.Take();
        var response = httpContext.Response;
        response.StatusCode = StatusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        // The time for an answer is over when it is made: who reads it slowly gets all of it.
        foreach (var piece in bytes)
            await response.Body.WriteAsync(piece, CancellationToken.None);
    }

    private async Task RenderAsync(HttpContext context, TextWriter writer)
    {
        var services = context.RequestServices;
        ((PageNavigation)services.GetRequiredService<NavigationManager>()).Show(BaseOf(context.Request), context.Request.GetEncodedUrl());
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LayoutView>(View())).WriteHtmlTo(writer));
    }

    private ParameterView View() => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(LayoutView.Layout)] = Layout,
        [nameof(LayoutView.ChildContent)] = (RenderFragment)(builder =>
        {
            builder.OpenComponent<TPage>(0);
            builder.AddMultipleAttributes(1, parameters!);
            builder.CloseComponent();
        }),
    });

    private static string BaseOf(HttpRequest request) => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/') + "/";
}
