using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Components;

/// <summary>A page of which a circuit may take a part over; one without is a <see cref="PageResult{TPage}"/>.</summary>
/// <param name="parameters">The page's parameters by name.</param>
internal sealed class LivePageResult<TPage>(Dictionary<string, object?> parameters) : IResult
    where TPage : IComponent
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<WizardServices>().AnswerAsync(httpContext, new RazorComponentResult<TPage>(parameters));
}
