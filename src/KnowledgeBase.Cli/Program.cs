using System.CommandLine;
using KnowledgeBase.Cli;

var root = new RootCommand(
    """
    Reads a folder of Grav-style pages: checks it, prints it as data, searches it, tries its wizard.

    Example:
      dotnet run --project src/KnowledgeBase.Cli -- check content --strict
      dotnet run --project src/KnowledgeBase.Cli -- export content > content.json
      dotnet run --project src/KnowledgeBase.Cli -- search content "connection drops when idle"
    """)
{
    CheckCommand.Create(),
    ExportCommand.Create(),
    SearchCommand.Create(),
    ScenariosCommand.Create(),
    DiffCommand.Create(),
};

return await CommandLine.RunAsync(root, args);
