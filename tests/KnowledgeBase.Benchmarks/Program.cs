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
BenchmarkSwitcher.FromAssembly(typeof(CompileBenchmarks).Assembly).Run(args);
