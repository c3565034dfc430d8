using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Markdown;

/// <summary>A table in a box that scrolls by itself, also with the keyboard, so that the page never does sideways.</summary>
internal sealed class ScrollingTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"table\" role=\"group\" aria-label=\"{BodyWords.Table}\" tabindex=\"0\"><table>");
        var hasBody = false;
        foreach (var row in table.OfType<TableRow>())
        {
            if (row.IsHeader)
                renderer.WriteLine("<thead>");
            else if (!hasBody)
                renderer.WriteLine("<tbody>");
            hasBody |= !row.IsHeader;
            WriteRow(renderer, table, row);
            if (row.IsHeader)
                renderer.WriteLine("</thead>");
        }
        if (hasBody)
            renderer.WriteLine("</tbody>");
        renderer.WriteLine("</table></div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.WriteLine("<tr>");
        for (var index = 0; index < row.Count; index++)
        {
            var cell = (TableCell)row[index];
            renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
            if (Alignment(table, index) is { } alignment)
                renderer.Write(" class=\"").Write(alignment).Write("\"");
            renderer.Write(">");
            var wasImplicit = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = wasImplicit;
            renderer.WriteLine(row.IsHeader ? "</th>" : "</td>");
        }
        renderer.WriteLine("</tr>");
    }

    private static string? Alignment(Table table, int column) =>
        column < table.ColumnDefinitions.Count
            ? table.ColumnDefinitions[column].Alignment switch { TableColumnAlign.Center => "center", TableColumnAlign.Right => "end", _ => null }
            : null;
}
