using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>The address of a page that is rendered once. It leads nowhere else: who answers a request redirects before there is a page.</summary>
internal sealed class PageNavigation : NavigationManager
{
    /// <param name="baseAddress">Where the site begins, with a slash at the end.</param>
    /// <param name="address">The whole address of the page.</param>
    public void Show(string baseAddress, string address) => Initialize(baseAddress, address);
}
