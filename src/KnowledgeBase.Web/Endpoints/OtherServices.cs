namespace KnowledgeBase.Web.Endpoints;

/// <summary>Answers with the services of a part of the site that has its own.</summary>
internal static class OtherServices
{
    /// <summary>Has a request see these services for as long as it is answered, and then those of the site again.</summary>
    public static async Task AnswerWithAsync(this HttpContext context, IServiceProvider services, Func<Task> answer)
    {
        var own = context.RequestServices;
        context.RequestServices = services;
        try
        {
            await answer();
        }
        finally
        {
            context.RequestServices = own;
        }
    }
}
