using System.Globalization;
using Microsoft.Extensions.Primitives;
using NetEscapades.AspNetCore.SecurityHeaders.Headers;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// What browsers may do with our responses. Pages run the site's own scripts and nothing else; files that authors lay beside their pages run nothing
/// at all, because an SVG or HTML file is a document that a browser would execute with the site's rights.
/// </summary>
internal static class SecurityHeadersSetup
{
    private const string Files = "files";
    private const string Documents = "documents";
    private const string Answers = "answers";

    // The site needs none of them; what it does not name, such as writing to the clipboard, stays as the browser has it.
    private const string UnusedFeatures = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    private const int YearInSeconds = 365 * 24 * 60 * 60;

    /// <summary>What browsers are told over HTTPS, for answers that do not pass the policies.</summary>
    public static readonly StringValues StrictTransportSecurity = string.Create(CultureInfo.InvariantCulture, $"max-age={YearInSeconds}");

    public static void AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy => AddPages(AddCommon(policy)))
            // The address holds what somebody answered: no other site learns even that there was one.
            .AddPolicy(Answers, policy => AddPages(AddCommon(policy)).AddReferrerPolicySameOrigin())
            .AddPolicy(Files, policy => AddCommon(policy).AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                // Drawings carry their look within themselves; nothing of theirs can run.
                csp.AddStyleSrc().UnsafeInline();
                csp.AddFrameAncestors().None();
                csp.AddSandbox();
            }))
            .AddPolicy(Documents, policy => AddCommon(policy).AddContentSecurityPolicy(csp => csp.AddFrameAncestors().None()))
            .SetPolicySelector(context => context.HttpContext.Features.Get<AuthorsFile>() is { } file
                ? context.ConfiguredPolicies[file.IsViewedBySandboxedPlugin ? Documents : Files]
                : context.HttpContext.Request.Path.StartsWithSegments("/troubleshoot") ? context.ConfiguredPolicies[Answers] : context.SelectedPolicy);
    }

    /// <summary>Says that the response is a file of the content folder, not one of ours.</summary>
    public static void MarkAsAuthorsFile(this HttpContext context, string contentType) =>
        context.Features.Set(new AuthorsFile(contentType.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase)));

    private static HeaderPolicyCollection AddPages(HeaderPolicyCollection policy) => policy.AddContentSecurityPolicy(csp =>
    {
        csp.AddDefaultSrc().None();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self().From("https:");
        csp.AddConnectSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().Self();
        csp.AddFrameAncestors().None();
    });

    private static HeaderPolicyCollection AddCommon(HeaderPolicyCollection policy) => policy
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
        .AddStrictTransportSecurityMaxAge(YearInSeconds)
        .AddCustomHeader("Permissions-Policy", UnusedFeatures)
        .RemoveCustomHeader("blazor-enhanced-nav");

    /// <param name="IsViewedBySandboxedPlugin">Browsers show a PDF in a viewer of their own, which has its own sandbox and does not start inside ours.</param>
    private sealed record AuthorsFile(bool IsViewedBySandboxedPlugin);
}
