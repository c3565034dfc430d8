using System.Reflection;

namespace KnowledgeBase.Web.Tests;

/// <summary>Keeps the arrows between the rooms of the house: what a type shows and stores tells whom it knows.</summary>
public sealed class ArchitectureTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("Api", "Components")]
    [InlineData("Components", "Api")]
    [InlineData("Publishing", "Components")]
    [InlineData("Publishing", "Api")]
    [InlineData("Publishing", "Issues")]
    [InlineData("Issues", "Components")]
    [InlineData("Issues", "Api")]
    [InlineData("Publishing", "Search")]
    [InlineData("Search", "Components")]
    [InlineData("Search", "Api")]
    [InlineData("Feeds", "Api")]
    [InlineData("Components", "Feeds")]
    [InlineData("Access", "Components")]
    [InlineData("Access", "Api")]
    [InlineData("Publishing", "Ready")]
    [InlineData("Components", "Ready")]
    [InlineData("Api", "Ready")]
    [InlineData("Feeds", "Ready")]
    public void One_room_does_not_know_the_other(string room, string other)
    {
        var known = typeof(Program).Assembly.GetTypes().Where(type => IsIn(type, room)).SelectMany(Known).Where(type => IsIn(type, other));

        Assert.Empty(known.Distinct());
    }

    [Fact]
    public void The_library_knows_no_web_server() =>
        Assert.DoesNotContain(typeof(KnowledgeBuilder).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static bool IsIn(Type type, string room) =>
        type.Namespace is { } name && (name + ".").StartsWith($"KnowledgeBase.Web.{room}.", StringComparison.Ordinal);

    private static IEnumerable<Type> Known(Type type) => type.GetFields(All).Select(field => field.FieldType)
        .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
        .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
        .SelectMany(known => known.GenericTypeArguments.Prepend(known));
}
