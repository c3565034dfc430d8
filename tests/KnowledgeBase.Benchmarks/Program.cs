using BenchmarkDotNet.Running;
using KnowledgeBase.Benchmarks;

// `memory` is not a timing: it builds once and weighs what stays.
if (args is ["memory", ..])
{
    LiveMemory.Print(pages: args.Length > 1 ? int.Parse(args[1]) : 16_000);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(CompileBenchmarks).Assembly).Run(args);
