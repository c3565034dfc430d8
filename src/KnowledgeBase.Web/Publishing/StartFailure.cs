using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Publishing;

/// <summary>What a stranger should read about a start that failed: which setting is wrong, and what a good value looks like.</summary>
internal static partial class StartFailure
{
    private const string Addresses = "set --urls (ASPNETCORE_URLS) to an address such as http://0.0.0.0:8080";

    /// <summary>The sentence; null for a fault of ours, which is better shown as it is.</summary>
    public static string? SentenceFor(Exception exception) => exception switch
    {
        ContentRefusedException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException { InnerExceptions: var all } when all.All(one => one is OptionsValidationException) => string.Join(Environment.NewLine, all.Cast<OptionsValidationException>().SelectMany(one => one.Failures)),
        InvalidOperationException when Unconvertible().Match(exception.Message) is { Success: true } wrong => Unreadable(wrong),
        InvalidOperationException when exception.Message.StartsWith("Configuration value", StringComparison.Ordinal) =>
            $"{exception.Message} The levels of Logging:LogLevel are Trace, Debug, Information, Warning, Error, Critical and None.",
        InvalidOperationException when exception.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            "An https address needs a certificate: set Kestrel:Certificates:Default:Path to its file, or listen at http and let a proxy in front end TLS.",
        FormatException when exception.Message.StartsWith("Invalid url", StringComparison.Ordinal) => $"{exception.Message}; {Addresses}.",
        IOException { InnerException: AddressInUseException } => $"{exception.Message.TrimEnd('.')}; end the other program, or {Addresses}.",
        SocketException => $"The site cannot listen at its address ({exception.Message}); {Addresses}.",
        _ => null,
    };

    private static string Unreadable(Match match)
    {
        var needed = match.Groups["type"].Value switch
        {
            "System.Int32" => "a whole number",
            "System.Boolean" => "true or false",
            var other => other,
        };
        return $"{match.Groups["name"].Value} is '{match.Groups["value"].Value}'; set it to {needed}.";
    }

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<name>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex Unconvertible();
}
