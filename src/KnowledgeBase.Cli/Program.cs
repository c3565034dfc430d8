using System.CommandLine;
using KnowledgeBase.Cli;

var root = new RootCommand(
    """
    Reads a folder of Grav-style pages: checks it, or prints it as data.

    Example:
      dotnet run --project src/KnowledgeBase.Cli -- check content --strict
      dotnet run --project src/KnowledgeBase.Cli -- export content > content.json
    """)
{
    CheckCommand.Create(),
    ExportCommand.Create(),
};

return await CommandLine.RunAsync(root, args);
