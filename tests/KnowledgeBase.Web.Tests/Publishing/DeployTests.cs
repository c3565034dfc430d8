using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>The examples for operators name settings that exist.</summary>
public sealed partial class DeployTests
{
    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("kubernetes.yaml")]
    public void Every_setting_of_an_example_is_explained_in_the_README(string file)
    {
        var explained = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = Setting().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "deploy", file))).Select(match => match.Value).Distinct().ToList();

        Assert.Contains("Content__Path", named);
        Assert.DoesNotContain(named, setting => !explained.Contains($"`{setting}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("compose.yaml", "read_only: true")]
    [InlineData("kubernetes.yaml", "readOnlyRootFilesystem: true")]
    public void The_examples_run_on_a_file_system_that_they_cannot_write(string file, string setting) =>
        Assert.Contains(setting, File.ReadAllText(Path.Combine(Repository.Root, "src", "deploy", file)));

    [GeneratedRegex("[A-Z][A-Za-z]+__[A-Za-z]+")]
    private static partial Regex Setting();
}
