using System.Diagnostics;
using System.Text.RegularExpressions;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Telemetry;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>The examples for operators fit the program, the image and each other.</summary>
public sealed partial class DeployTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "src", "deploy");

    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("kubernetes.yaml")]
    public void Every_setting_of_an_example_is_explained_in_the_README(string file)
    {
        var explained = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = Setting().Matches(File.ReadAllText(Path.Combine(Examples, file))).Select(match => match.Value).Distinct().ToList();

        Assert.Contains("Content__Path", named);
        Assert.DoesNotContain(named, setting => !explained.Contains($"`{setting}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("Dockerfile")]
    [InlineData("src/deploy/compose.yaml")]
    [InlineData("src/deploy/kubernetes.yaml")]
    public void Every_setting_that_is_named_is_one_of_the_program(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        var named = Setting().Matches(text).Select(match => match.Value).Concat(Argument().Matches(text).Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)));

        Assert.Contains("Content__Path", named);
        // The framework's own.
        Assert.Equal([], named.Where(setting => setting is not ("Logging__LogLevel" or "Logging__Console")).Except(ProgramSettings()));
    }

    [Fact]
    public void Every_setting_of_the_program_is_explained_in_the_README()
    {
        var explained = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.Contains("Site__Secret", ProgramSettings());
        // Authors ask for theirs by --author.
        Assert.Equal(["Author__Enabled"], ProgramSettings().Where(setting => !explained.Contains($"`{setting}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_content_is_what_a_sidecar_checks_out_and_the_site_only_reads_it()
    {
        var services = Map(Documents("compose.yaml")[0], "services");
        var (sidecar, replica) = (Merged(services["content"]), Merged(services["site"]));
        var pod = Map(Documents("kubernetes.yaml").Single(document => Text(document["kind"]) == "Deployment"), "spec", "template", "spec");
        var beside = Items(pod["initContainers"]).Single(container => Map(container).Children.ContainsKey("restartPolicy"));
        var site = Items(pod["containers"]).Single();
        var environment = Items(site["env"]).ToDictionary(variable => Text(variable["name"]), variable => Map(variable), StringComparer.Ordinal);
        var mount = Items(site["volumeMounts"]).Single(mount => Text(mount["mountPath"]) == "/git");

        Assert.All((YamlNode[])[sidecar["image"], beside["image"]], image => Assert.Contains("/git-sync:v", Text(image)));
        Assert.All((YamlNode[])[sidecar["command"], beside["args"]], arguments => Assert.Superset(new HashSet<string>(["--root=/git", "--link=current"]), Texts(arguments).ToHashSet()));
        Assert.All((string[])[Text(replica["environment"]["Content__Path"]), Text(environment["Content__Path"]["value"])], path => Assert.Equal("/git/current", path));
        Assert.Equal(["content:/git"], Texts(sidecar["volumes"]));
        Assert.Equal("Always", Text(beside["restartPolicy"]));
        Assert.Equal("true", Text(mount["readOnly"]));
        Assert.Contains(Items(beside["volumeMounts"]), one => Text(one["name"]) == Text(mount["name"]) && Text(one["mountPath"]) == "/git");
    }

    [Fact]
    public void Every_service_of_the_compose_file_is_without_root_and_rights_and_writes_nothing()
    {
        var services = Map(Documents("compose.yaml")[0], "services");

        Assert.Equal(["content", "proxy", "site", "site-two"], services.Children.Keys.Select(Text).Order(StringComparer.Ordinal));
        foreach (var service in services.Children.Values.Select(Merged))
        {
            Assert.Equal("true", Text(service["read_only"]));
            Assert.Equal(["ALL"], Texts(service["cap_drop"]));
            Assert.Equal(["no-new-privileges:true"], Texts(service["security_opt"]));
            // The site's user comes with its image.
            Assert.True(service.ContainsKey("build") || !Text(service["user"]).StartsWith('0'));
        }
    }

    [Fact]
    public void The_replicas_of_the_compose_file_share_the_content_and_are_those_that_nginx_knows()
    {
        var services = Map(Documents("compose.yaml")[0], "services");
        var replicas = services.Children.Where(service => Merged(service.Value).ContainsKey("build")).ToDictionary(service => Text(service.Key), service => Merged(service.Value));
        var nginx = File.ReadAllText(Path.Combine(Examples, "nginx.conf"));

        Assert.Equal(2, replicas.Count);
        Assert.All(replicas.Values, replica => Assert.Equal(["content:/git:ro"], Texts(replica["volumes"])));
        var upstreams = nginx.Split("\n  upstream ")[1..].Select(block => block.Split('}')[0]).ToList();
        Assert.Equal(2, upstreams.Count);
        Assert.All(upstreams, upstream =>
            Assert.Equal(replicas.Keys.Select(name => $"{name}:{ImagePort()}").Order(StringComparer.Ordinal), Upstream().Matches(upstream).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)));
        Assert.Contains($"{ListenPort().Match(nginx).Groups[1].Value}:{ListenPort().Match(nginx).Groups[1].Value}", Texts(Merged(services["proxy"])["ports"]));
    }

    [Fact]
    public void The_containers_of_the_cluster_are_locked_and_their_ports_and_mounts_agree()
    {
        var documents = Documents("kubernetes.yaml");
        var deployment = documents.Single(document => Text(document["kind"]) == "Deployment");
        var template = Map(deployment, "spec", "template");
        var pod = Map(template, "spec");
        var containers = Items(pod["initContainers"]).Concat(Items(pod["containers"])).ToList();
        var volumes = Items(pod["volumes"]).Select(volume => Text(volume["name"])).ToHashSet(StringComparer.Ordinal);
        var site = Items(pod["containers"]).Single();

        Assert.Equal("2", Text(deployment["spec"]["replicas"]));
        Assert.Equal("true", Text(pod["securityContext"]["runAsNonRoot"]));
        Assert.Equal("false", Text(pod["automountServiceAccountToken"]));
        Assert.All(containers, container =>
        {
            Assert.NotEqual("0", Text(container["securityContext"]["runAsUser"]));
            Assert.Equal("true", Text(container["securityContext"]["readOnlyRootFilesystem"]));
            Assert.Equal("false", Text(container["securityContext"]["allowPrivilegeEscalation"]));
            Assert.Equal(["ALL"], Texts(container["securityContext"]["capabilities"]["drop"]));
            Assert.All(Items(container["volumeMounts"]), mount => Assert.Contains(Text(mount["name"]), volumes));
        });
        var port = Items(site["ports"]).Single();
        Assert.Equal(ImagePort(), Text(port["containerPort"]));
        foreach (var probe in (string[])["startupProbe", "livenessProbe", "readinessProbe"])
            Assert.Equal(Text(port["name"]), Text(site[probe]["httpGet"]["port"]));
        var labels = Map(template, "metadata", "labels").ToString();
        Assert.Equal(labels, Map(deployment, "spec", "selector", "matchLabels").ToString());
        Assert.All(documents.Where(document => Text(document["kind"]) == "Service"), service =>
        {
            Assert.Equal(labels, Map(service, "spec", "selector").ToString());
            Assert.Equal(Text(port["name"]), Text(Items(service["spec"]["ports"]).Single()["targetPort"]));
        });
    }

    [Fact]
    public async Task The_probes_of_the_cluster_ask_for_what_the_site_answers()
    {
        using var content = new ContentOnDisk().With("01.home/default.md", "Hello.\n");
        await using var site = new Site(content.Path);
        var paths = ProbePath().Matches(File.ReadAllText(Path.Combine(Examples, "kubernetes.yaml"))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(3, paths.Count);
        foreach (var path in paths)
            Assert.Equal("Healthy", await site.Visitor().GetStringAsync(path));
    }

    [Fact]
    public void The_cluster_waits_longer_for_the_end_than_the_site_takes()
    {
        var text = File.ReadAllText(Path.Combine(Examples, "kubernetes.yaml"));
        var (grace, pause) = (int.Parse(Grace().Match(text).Groups[1].Value), int.Parse(Pause().Match(text).Groups[1].Value));

        Assert.InRange(pause + StopTests.Promised.TotalSeconds, 0, grace);
    }

    [Fact]
    public async Task Nginx_takes_its_example()
    {
        Assert.SkipWhen(ReplicaTests.Nginx is null, "There is no nginx here.");
        using var folder = new ContentOnDisk();
        // Its own names are those of the other containers, which are nowhere here.
        var text = Upstream().Replace(File.ReadAllText(Path.Combine(Examples, "nginx.conf")), "server 127.0.0.1:8080").Replace("/tmp/", folder.Path + "/", StringComparison.Ordinal);
        folder.With("nginx.conf", text);

        using var process = Process.Start(new ProcessStartInfo(ReplicaTests.Nginx!, ["-t", "-q", "-e", Path.Combine(folder.Path, "error.log"), "-c", Path.Combine(folder.Path, "nginx.conf")]) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (process.ExitCode, said));
    }

    [Fact]
    public void What_a_replica_cannot_answer_is_asked_of_the_other_forms_as_well()
    {
        const string Kept = "error timeout http_503 non_idempotent";

        Assert.Contains($"proxy_next_upstream {Kept};", File.ReadAllText(Path.Combine(Examples, "nginx.conf")).Split("location / {")[1]);
        Assert.Contains(Documents("kubernetes.yaml").Where(document => Text(document["kind"]) == "Ingress"), ingress =>
            Map(ingress, "metadata", "annotations").Children.TryGetValue("nginx.ingress.kubernetes.io/proxy-next-upstream", out var conditions) && Text(conditions) == Kept);
    }

    [Fact]
    public void A_circuit_comes_back_to_its_replica_and_everything_else_may_go_to_any()
    {
        var (nginx, cluster) = (File.ReadAllText(Path.Combine(Examples, "nginx.conf")), Documents("kubernetes.yaml"));

        var circuits = nginx.Split($"location {CircuitLimits.Path} {{")[1].Split('}')[0];
        Assert.Contains("proxy_pass http://circuits;", circuits);
        Assert.Contains("proxy_set_header Upgrade $http_upgrade;", circuits);
        Assert.Contains("ip_hash;", nginx.Split("upstream circuits {")[1].Split('}')[0]);
        Assert.DoesNotContain("ip_hash;", nginx.Split("upstream knowledgebase {")[1].Split('}')[0]);
        var sticky = cluster.Where(document => Text(document["kind"]) == "Ingress").Where(ingress => ingress["metadata"]["annotations"].ToString().Contains("upstream-hash-by", StringComparison.Ordinal));
        var path = Items(Items(sticky.Single()["spec"]["rules"]).Single()["http"]["paths"]).Single();
        // What a circuit asks for lies below its address: a browser that leaves says so there.
        Assert.Equal((CircuitLimits.Path, "Prefix"), (Text(path["path"]), Text(path["pathType"])));
    }

    /// <summary>What the program reads of its configuration, written as in the environment.</summary>
    private static List<string> ProgramSettings() =>
    [
        .. typeof(Program).Assembly.GetTypes().Where(type => type.GetField("Section") is { IsLiteral: true })
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite).Select(property => $"{type.GetField("Section")!.GetRawConstantValue()}__{property.Name}")),
        TelemetrySetup.Prometheus.Replace(":", "__", StringComparison.Ordinal),
    ];

    private static string ImagePort() => Exposed().Match(File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"))).Groups[1].Value;

    private static List<YamlMappingNode> Documents(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Examples, file));
        stream.Load(reader);
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    private static YamlMappingNode Map(YamlNode node, params string[] keys) => (YamlMappingNode)keys.Aggregate(node, (inner, key) => inner[key]);

    private static IEnumerable<YamlNode> Items(YamlNode node) => (YamlSequenceNode)node;

    private static IEnumerable<string> Texts(YamlNode node) => Items(node).Select(Text);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    /// <summary>The keys of a service, with those of the one that it repeats.</summary>
    private static Dictionary<string, YamlNode> Merged(YamlNode service) => Map(service).Children
        .SelectMany(entry => Text(entry.Key) == "<<" ? Map(entry.Value).Children.AsEnumerable() : [entry]).ToDictionary(entry => Text(entry.Key), entry => entry.Value, StringComparer.Ordinal);

    [GeneratedRegex("[A-Z][A-Za-z]+__[A-Za-z]+")]
    private static partial Regex Setting();

    [GeneratedRegex("--([A-Z][A-Za-z]+:[A-Za-z]+)")]
    private static partial Regex Argument();

    [GeneratedRegex(@"(?<=^\s*)server ([a-z0-9.-]+:\d+)", RegexOptions.Multiline)]
    private static partial Regex Upstream();

    [GeneratedRegex(@"listen (\d+);")]
    private static partial Regex ListenPort();

    [GeneratedRegex(@"(?m)^EXPOSE (\d+)")]
    private static partial Regex Exposed();

    [GeneratedRegex(@"httpGet: \{ path: ([^,]+),")]
    private static partial Regex ProbePath();

    [GeneratedRegex(@"terminationGracePeriodSeconds: (\d+)")]
    private static partial Regex Grace();

    [GeneratedRegex(@"sleep: \{ seconds: (\d+) \}")]
    private static partial Regex Pause();
}
