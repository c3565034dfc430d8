using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

/// <summary>Settings that are checked before the site listens; a wrong one stops the start with a sentence.</summary>
internal static class Settings
{
    /// <summary>Binds a section of the configuration.</summary>
    /// <param name="section">Its name.</param>
    /// <param name="problem">Says what is wrong, as a sentence that names the setting and a good value; null for nothing.</param>
    public static void AddSettings<TOptions>(this IServiceCollection services, string section, Func<TOptions, string?> problem)
        where TOptions : class
    {
        services.AddSingleton<IValidateOptions<TOptions>>(new Check<TOptions>(problem));
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
    }

    private sealed class Check<TOptions>(Func<TOptions, string?> problem) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options) => problem(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
    }
}
