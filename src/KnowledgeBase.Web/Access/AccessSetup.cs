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
        services.AddSingleton<ActiveFiles>();
    }

    /// <summary>What is signed, and what circuits may take.</summary>
    public static void AddCircuitsAndForms(this IServiceCollection services)
    {
        services.AddSharedKey();
        services.AddCircuitBounds();
        services.AddAntiforgery(GuardCookie);
    }

    /// <summary>The cookie of forms, the only one: over HTTPS it never leaves HTTPS. Frames are forbidden by the policy of every answer already.</summary>
    private static void GuardCookie(AntiforgeryOptions forms)
    {
        forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        forms.SuppressXFrameOptionsHeader = true;
    }
}
