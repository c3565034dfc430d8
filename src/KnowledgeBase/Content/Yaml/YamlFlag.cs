namespace KnowledgeBase.Content.Yaml;

/// <summary>The words that authors write for true and false. Grav takes the texts <c>no</c> and <c>off</c> for true; here they mean what their author meant.</summary>
internal static class YamlFlag
{
    /// <summary>The meaning of a scalar, null where it has none.</summary>
    public static bool? Read(YamlValue? value) => (value as YamlText)?.Text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => null,
    };
}
