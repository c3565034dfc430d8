using System.Collections.Immutable;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Web.Components.Pages.Troubleshoot;

/// <summary>A tree of ways with a place for each point: a column for each question on the way, a row for each end. Immutable.</summary>
internal sealed record WayDrawing(ImmutableArray<PlacedPoint> Points, ImmutableArray<PlacedWay> Ways, int Width, int Height)
{
    public const int BoxWidth = 200;
    public const int BoxHeight = 44;
    private const int Column = 330;
    private const int Row = 60;
    private const int Margin = 8;

    public static WayDrawing Of(WayPoint root)
    {
        var points = ImmutableArray.CreateBuilder<PlacedPoint>();
        var ways = ImmutableArray.CreateBuilder<PlacedWay>();
        var row = 0;
        Place(root, 0);
        return new WayDrawing(points.ToImmutable(), ways.ToImmutable(), points.Max(point => point.X) + BoxWidth + Margin, (row * Row) + Margin);

        PlacedPoint Place(WayPoint point, int depth)
        {
            var children = point.Ways.Select(way => (way, To: Place(way.To, depth + 1))).ToList();
            // A question stands in the middle of its ways.
            var y = children.Count == 0 ? Margin + (row++ * Row) : (children[0].To.Y + children[^1].To.Y) / 2;
            var placed = new PlacedPoint(point, Margin + (depth * Column), y);
            points.Add(placed);
            ways.AddRange(children.Select(child => new PlacedWay(child.way, placed, child.To)));
            return placed;
        }
    }
}

/// <summary>A point and the upper left corner of its box.</summary>
internal sealed record PlacedPoint(WayPoint Point, int X, int Y);

/// <summary>A way between two boxes.</summary>
internal sealed record PlacedWay(Way Way, PlacedPoint From, PlacedPoint To);
