using Microsoft.AspNetCore.Antiforgery;

namespace KnowledgeBase.Web.Access;

/// <summary>Who may send what, and what browsers may do with the answers.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddTrustedProxies();
        services.AddSecurityHeaders();
        services.AddTrafficLimits();
        services.AddSharedKey();
        services.AddSingleton<ActiveFiles>();
        services.Configure<AntiforgeryOptions>(GuardCookie);
    }

    /// <summary>The cookie of forms, the only one: over HTTPS it never leaves HTTPS. Frames are forbidden by the policy of every answer already.</summary>
    private static void GuardCookie(AntiforgeryOptions forms)
    {
        forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        forms.SuppressXFrameOptionsHeader = true;
    }
}
