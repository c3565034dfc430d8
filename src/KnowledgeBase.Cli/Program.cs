using System.CommandLine;
using KnowledgeBase.Cli;

var root = new RootCommand(
    """
    Reads a folder of Grav-style pages: checks it, or prints it as data.

    Example:
      knowledgebase check content --strict
      knowledgebase export content > content.json
    """)
{
    CheckCommand.Create(),
    ExportCommand.Create(),
};

return await CommandLine.RunAsync(root, args);
