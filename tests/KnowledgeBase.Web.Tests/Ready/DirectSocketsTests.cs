using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Ready;

/// <summary>Requests begin on a thread that reads the sockets of many visitors. What takes longer than copying bytes may not stay there.</summary>
public sealed class DirectSocketsTests
{
    [Theory]
    [InlineData("/ropes?new=1")]
    [InlineData("/search?q=rope")]
    [InlineData("/api/v1/search?q=rope")]
    public async Task An_answer_that_is_made_leaves_the_thread_that_brought_the_request(string address)
    {
        var madeOn = new List<bool>();
        using var content = Ropes();
        await using var site = new Site(content.Path, services => services.AddTransient<IStartupFilter, ThreadOfItsOwn>().AddScoped(provider =>
        {
            madeOn.Add(Thread.CurrentThread.IsThreadPoolThread);
            return provider.GetRequiredService<KnowledgePublisher>().Current!;
        }));

        using var response = await site.Visitor().GetAsync(address, TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal([true], madeOn.Distinct());
    }

    [Fact]
    public async Task An_answer_that_is_ready_is_written_without_waking_another_thread()
    {
        using var content = Ropes();
        await using var site = new Site(content.Path, services => services.AddTransient<IStartupFilter, ThreadOfItsOwn>());
        var visitor = site.Visitor();
        using var made = await visitor.GetAsync("/ropes", TestContext.Current.CancellationToken);
        using var ready = await visitor.GetAsync("/ropes", TestContext.Current.CancellationToken);

        Assert.Equal(("made", "ready"), (made.Headers.GetValues(ThreadOfItsOwn.Header).Single(), ready.Headers.GetValues(ThreadOfItsOwn.Header).Single()));
    }

    private static ContentOnDisk Ropes() =>
        new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.ropes/default.md", "---\ntitle: Ropes\n---\nA rope.\n");

    /// <summary>Stands for the thread that reads sockets: the site is entered on it, and it says whether the site has left it.</summary>
    private sealed class ThreadOfItsOwn : IStartupFilter
    {
        public const string Header = "X-Answer";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(site => context => EnterAsync(context, site));
            next(app);
        };

        private static Task EnterAsync(HttpContext context, RequestDelegate site)
        {
            var answered = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
            var thread = new Thread(() =>
            {
                var own = Environment.CurrentManagedThreadId;
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[Header] = Environment.CurrentManagedThreadId == own ? "ready" : "made";
                    return Task.CompletedTask;
                });
                answered.SetResult(site(context));
            });
            thread.Start();
            return answered.Task.Unwrap();
        }
    }
}
