using System.Text.Json;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Evidence;

/// <summary>
/// The map under a hand on a computer without a graphics card, where its picture is shifted instead of drawn anew with every frame: what
/// is seen never ends at the picture's edge, and what lies under the pointer is what is seen there.
/// </summary>
public sealed class MapDragTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const string Centre = "Suthep";
    private const string Transform = "document.querySelector('.map canvas').style.transform";
    private const int Across = 70;
    private const int Down = 40;

    [Fact]
    public async Task Drag_ShiftsThePicture_AndTheStationIsWhereItIsSeen()
    {
        IPage page = await OpenAsync();
        (float x, float y) = await MiddleAsync(page);
        await page.Mouse.MoveAsync(x, y);
        await Assertions.Expect(page.Locator(".map .tip")).ToContainTextAsync(Centre);
        LocatorBoundingBoxResult tip = (await page.Locator(".map .tip").BoundingBoxAsync())!;
        Assert.InRange(tip.X + (tip.Width / 2), x - 2, x + 2);

        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + Across, y + Down, new() { Steps = 20 });
        await page.WaitForFunctionAsync($"() => {Transform} !== ''");
        await RestAsync(page);

        await page.Mouse.MoveAsync(x, y);
        await Assertions.Expect(page.Locator(".map .tip")).Not.ToContainTextAsync(Centre);
        await page.Mouse.MoveAsync(x + Across, y + Down);
        await Assertions.Expect(page.Locator(".map .tip")).ToContainTextAsync(Centre);
    }

    [Fact]
    public async Task Drag_FartherThanThePictureReaches_IsDrawnAnewBeforeItsEdgeIsSeen()
    {
        IPage page = await OpenAsync();
        LocatorBoundingBoxResult box = (await page.Locator(".map").BoundingBoxAsync())!;
        await page.EvaluateAsync("""
            () => {
              const [map, canvas] = [document.querySelector('.map'), document.querySelector('.map canvas')];
              window.shifts = 0;
              window.edges = 0;
              const look = () => {
                const [seen, drawn] = [map, canvas].map((one) => Element.prototype.getBoundingClientRect.call(one));
                window.shifts += canvas.style.transform === '' ? 0 : 1;
                window.edges += drawn.left > seen.left + 2 || drawn.right < seen.right - 2 || drawn.top > seen.top + 2 || drawn.bottom < seen.bottom - 2 ? 1 : 0;
                requestAnimationFrame(look);
              };
              look();
            }
            """);
        // From one side to the other, twice: four times what is kept beyond a side.
        for (int time = 0; time < 2; time++)
        {
            await page.Mouse.MoveAsync(box.X + (box.Width * 0.1f), box.Y + (box.Height * 0.5f));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(box.X + (box.Width * 0.75f), box.Y + (box.Height * 0.6f), new() { Steps = 25 });
            await RestAsync(page);
        }

        JsonElement seen = await page.EvaluateAsync<JsonElement>("() => ({ shifts: window.shifts, edges: window.edges })");
        Assert.True(seen.GetProperty("shifts").GetInt32() > 0, "the picture was never shifted");
        Assert.Equal(0, seen.GetProperty("edges").GetInt32());
    }

    private async Task<IPage> OpenAsync()
    {
        IPage page = await pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 900, "en");
        // One station there: it stands in the middle of the map.
        await page.GotoAsync("/agency/regions/50");
        ILocator map = page.Locator(".map[data-ready=yes]");
        await map.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator(".map.glides")).ToHaveCountAsync(1);
        return page;
    }

    private static async Task<(float X, float Y)> MiddleAsync(IPage page)
    {
        LocatorBoundingBoxResult box = (await page.Locator(".map").BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Lets go of a map that does not run on, and waits until it was drawn where it lies.</summary>
    private static async Task RestAsync(IPage page)
    {
        // MapLibre forgets within 160 ms how fast the hand was.
        await page.WaitForTimeoutAsync(300);
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync($"() => {Transform} === ''");
    }
}
