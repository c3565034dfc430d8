using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

/// <summary>Settings that are checked before the site listens; a wrong one stops the start with a sentence.</summary>
internal static class Settings
{
    /// <summary>Checks a section of the configuration that is bound to options.</summary>
    /// <param name="settings">The options.</param>
    /// <param name="problem">Says what is wrong, as a sentence that names the setting and a good value; null for nothing.</param>
    public static void Check<TOptions>(this OptionsBuilder<TOptions> settings, Func<TOptions, string?> problem)
        where TOptions : class
    {
        settings.Services.AddSingleton<IValidateOptions<TOptions>>(new Rule<TOptions>(problem));
        settings.ValidateOnStart();
    }

    private sealed class Rule<TOptions>(Func<TOptions, string?> problem) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options) => problem(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
    }
}
