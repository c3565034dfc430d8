using System.Collections;
using System.Reflection;

namespace KnowledgeBase.Tests.Architecture;

/// <summary>The arrows of the house: who may know whom. Fields, parameters and return types count.</summary>
public class ArchitectureTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = typeof(KnowledgeSnapshot).Assembly.GetTypes();

    [Theory]
    [InlineData("KnowledgeBase.Diagnostics", new string[0])]
    [InlineData("KnowledgeBase.Content", new[] { "KnowledgeBase.Diagnostics" })]
    [InlineData("KnowledgeBase.Issues", new[] { "KnowledgeBase.Diagnostics", "KnowledgeBase.Content" })]
    [InlineData("KnowledgeBase.Troubleshooting", new[] { "KnowledgeBase.Diagnostics", "KnowledgeBase.Content", "KnowledgeBase.Issues" })]
    public void A_folder_knows_only_what_lies_before_it(string folder, string[] known)
    {
        string[] allowed = [folder, .. known];

        var strangers = Types.Where(type => IsIn(type, folder)).SelectMany(type => TypesKnownTo(type).Select(other => (type, other)))
            .Where(pair => pair.other.Assembly == typeof(KnowledgeSnapshot).Assembly && !allowed.Any(name => IsIn(pair.other, name)))
            .Select(pair => $"{pair.type} knows {pair.other}").Where(arrow => !arrow.Contains("<>", StringComparison.Ordinal) && !arrow.Contains("Regex", StringComparison.Ordinal)).Distinct();

        Assert.Equal([], strangers);
    }

    [Fact]
    public void Nothing_knows_the_builder() =>
        Assert.Equal([], Types.Where(type => type != typeof(KnowledgeBuilder) && type.DeclaringType != typeof(KnowledgeBuilder) && TypesKnownTo(type).Contains(typeof(KnowledgeBuilder))));

    [Theory]
    [InlineData("Markdig")]
    [InlineData("Ganss.Xss")]
    [InlineData("AngleSharp")]
    public void The_types_of_the_Markdown_parser_stay_in_their_room(string library)
    {
        var leaks = Types.Where(type => !IsIn(type, "KnowledgeBase.Content.Markdown")).SelectMany(type => TypesKnownTo(type).Select(other => (type, other)))
            .Where(pair => (pair.other.Namespace ?? "").StartsWith(library, StringComparison.Ordinal)).Select(pair => $"{pair.type} knows {pair.other}").Distinct();

        Assert.Equal([], leaks);
    }

    [Fact]
    public void The_types_of_the_search_engine_stay_in_their_room() =>
        Assert.Equal([], Types.Where(type => !IsIn(type, "KnowledgeBase.Search.Lucene") && TypesKnownTo(type).Any(other => (other.Namespace ?? "").StartsWith("Lucene", StringComparison.Ordinal))));

    [Fact]
    public void Nothing_before_the_snapshot_knows_the_search() =>
        Assert.Equal([], Types.Where(type => (IsIn(type, "KnowledgeBase.Content") || IsIn(type, "KnowledgeBase.Issues") || type == typeof(KnowledgeSnapshot)) && TypesKnownTo(type).Any(other => IsIn(other, "KnowledgeBase.Search"))));

    [Fact]
    public void YAML_events_stay_in_their_room() =>
        Assert.Equal([], Types.Where(type => !IsIn(type, "KnowledgeBase.Content.Yaml") && TypesKnownTo(type).Any(other => (other.Namespace ?? "").StartsWith("YamlDotNet", StringComparison.Ordinal))));

    [Fact]
    public void The_snapshot_cannot_be_changed()
    {
        var seen = new HashSet<Type>();
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        Visit(typeof(KnowledgeSnapshot));

        Assert.Equal([], faults);
        Assert.True(seen.Count > 10, "The walk has not reached the snapshot's parts.");

        void Visit(Type type)
        {
            foreach (var part in Parts(type).Where(part => !part.IsEnum && part.Assembly == typeof(KnowledgeSnapshot).Assembly && seen.Add(part)))
            {
                foreach (var property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
                        faults.Add($"{part.Name}.{property.Name} can be set");
                    if (IsMutableCollection(property.PropertyType))
                        faults.Add($"{part.Name}.{property.Name} is a {property.PropertyType.Name}");
                    Visit(property.PropertyType);
                }
                foreach (var field in part.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(field => !field.IsInitOnly && !field.Name.Contains('<')))
                    faults.Add($"{part.Name}.{field.Name} is no readonly field");
            }
        }
    }

    [Fact]
    public void Classes_are_sealed_or_abstract_or_have_heirs() =>
        Assert.Equal([], Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Name.Contains('<') && !Types.Any(other => other.BaseType == type)).Select(type => type.Name));

    private static bool IsMutableCollection(Type type) =>
        type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>)))
        || (typeof(IEnumerable).IsAssignableFrom(type) && type.IsInterface);

    private static bool IsIn(Type type, string name) => type.Namespace == name || (type.Namespace ?? "").StartsWith(name + ".", StringComparison.Ordinal);

    private static IEnumerable<Type> TypesKnownTo(Type type) =>
        type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(Everything).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .Append(type.BaseType ?? typeof(object)).Concat(type.GetInterfaces()).SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
}
