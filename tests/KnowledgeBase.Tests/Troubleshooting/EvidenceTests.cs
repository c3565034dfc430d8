using System.Text;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

public class EvidenceTests
{
    [Theory]
    [InlineData("cpu=0 insert_failed=3", "one sample only; run it twice")]
    [InlineData("cpu=0 insert_failed=3\ncpu=0 insert_failed=1", "insert_failed went down from one sample to the next: it was reset")]
    [InlineData("cpu=0 insert_failed=3\ncpu=1 insert_failed=3\ncpu=0 insert_failed=9", "the samples do not list the same lines")]
    [InlineData("cpu=0 insert_failed=many\ncpu=0 insert_failed=9", "insert_failed is not a number")]
    public async Task Output_that_proves_nothing_leaves_the_question_open_and_says_why(string text, string because)
    {
        var reading = (await ShippedContent.TopicAsync("network")).ReadEvidence(text);

        Assert.Empty(reading.Found);
        Assert.Equal(("conntrack", because), (Assert.Single(reading.Undecided).Reader.Id, reading.Undecided[0].Because));
    }

    [Fact]
    public async Task Each_reader_finds_its_part_of_one_paste_and_names_the_line()
    {
        var reading = (await ShippedContent.TopicAsync("network")).ReadEvidence(
            "root@vm:~# cat /etc/os-release; sysctl net.ipv4.tcp_keepalive_time\r\nNAME=\"CentOS Linux\"\r\nID=\"centos\"\r\nVERSION_ID=\"7\"\r\nnet.ipv4.tcp_keepalive_time = 7200\r\n"
            + "cpu=0   \tfound=4 insert_failed=1\r\ncpu=0   \tfound=5 insert_failed=1\r\n");

        Assert.Equal([("os", "centos-7", 3), ("insert-failed", "not-increasing", 7), ("kernel-keepalive", "60-or-more", 5)], reading.Found.Select(found => (found.Fact.Id.Value, found.Option.Id.Value, found.Line)));
        Assert.Empty(reading.Undecided);
    }

    [Fact]
    public async Task Only_readers_that_may_still_change_something_are_offered()
    {
        var rules = await ShippedContent.TopicAsync("network");

        Assert.Equal(["keepalive-sysctl"], rules.UsefulReaders(Answers.None.With("symptom", "idle-drop")).Select(reader => reader.Id));
        Assert.Equal(["os-release", "conntrack"], rules.UsefulReaders(Answers.None.With("symptom", "slow-setup")).Select(reader => reader.Id));
        Assert.Empty(rules.UsefulReaders(Answers.None.With("symptom", "other")));
    }

    [Fact]
    public async Task Any_text_is_read_and_none_throws()
    {
        var rules = await ShippedContent.TopicAsync("network");
        var random = new Random(7);
        string[] words = ["ID=", "\"", "centos", "VERSION_ID=7", "\n", " ", "cpu=0", "insert_failed=", "9", "net.ipv4.tcp_keepalive_time = ", "=", "\0", "\ud800", "S3 error: 501"];
        for (var run = 0; run < 2_000; run++)
        {
            var text = new StringBuilder();
            for (var word = random.Next(40); word > 0; word--)
                text.Append(words[random.Next(words.Length)]);

            Assert.NotNull(rules.ReadEvidence(text.ToString()));
        }
        Assert.Empty(rules.ReadEvidence(new string('=', 64 * 1024)).Found);
    }
}
