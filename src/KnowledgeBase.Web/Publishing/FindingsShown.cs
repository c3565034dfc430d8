namespace KnowledgeBase.Web.Publishing;

/// <summary>A place that shows what is wrong with the content. Where none is on, the wizard's rules are not proved: that is the work of <c>check</c>.</summary>
/// <param name="IsOn">Whether there is such a place on this site.</param>
internal sealed record FindingsShown(bool IsOn);
