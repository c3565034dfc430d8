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

    [Fact]
    public async Task What_is_made_of_a_body_leaves_the_thread_that_brought_its_last_bytes()
    {
        await using var site = new Site(Repository.Content, services => services.AddTransient<IStartupFilter, LateBody>());
        using var form = new FormUrlEncodedContent([new("paste", "ID=centos")]);

        using var response = await site.Visitor().PostAsync("/troubleshoot/network/evidence", form, TestContext.Current.CancellationToken);

        Assert.Contains("Paste the output again", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("made", response.Headers.GetValues(ThreadOfItsOwn.Header).Single());
    }

    private static ContentOnDisk Ropes() =>
        new ContentOnDisk().With("pages/01.home/default.md", "---\ntitle: Home\n---\nHello.\n").With("pages/02.ropes/default.md", "---\ntitle: Ropes\n---\nA rope.\n");

    /// <summary>Bodies whose bytes come after the site has begun to wait for them, each time on a thread that is nobody else's.</summary>
    private sealed class LateBody : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(site => context =>
            {
                context.Request.Body = new LateStream(context.Request.Body);
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[ThreadOfItsOwn.Header] = Thread.CurrentThread.IsThreadPoolThread ? "made" : "ready";
                    return Task.CompletedTask;
                });
                return site(context);
            });
            next(app);
        };
    }

    private sealed class LateStream(Stream body) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await body.ReadAsync(buffer, cancellationToken);
            var arrived = new TaskCompletionSource();
            new Thread(() =>
            {
                // By then the site waits.
                Thread.Sleep(50);
                arrived.SetResult();
            }).Start();
            await arrived.Task;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

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
