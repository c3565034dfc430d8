using System.Globalization;
using BenchmarkDotNet.Running;
using KnowledgeBase.Benchmarks;

// `memory` is not a timing: it builds once, synthetic pages or a folder, and weighs what stays.
if (args is ["memory", ..])
{
    await LiveMemory.PrintAsync(args.Length > 1 ? args[1] : "16000");
    return;
}
if (args is ["search-quality", var folder, var queries, ..])
{
    await SearchQuality.PrintAsync(folder, queries, args[3..]);
    return;
}
// `manual HTML TARGET [FOLDER…]` makes pages of a manual, to ask questions about.
if (args is ["manual", var manual, var target, ..])
{
    HtmlManual.Convert(manual, target, args[3..]);
    return;
}
if (args is ["wizard-scale", ..])
{
    await WizardScale.PrintAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5_000, args.ElementAtOrDefault(2));
    return;
}
if (args is ["search-scale", var largest, ..])
{
    SearchScale.Print(int.Parse(largest, CultureInfo.InvariantCulture));
    return;
}
if (args is ["results", var measurements])
{
    ResultTable.Print(measurements);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(CompileBenchmarks).Assembly).Run(args);
