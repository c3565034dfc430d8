using System.Collections.Immutable;
using static KnowledgeBase.Diagnostics.Severity;

namespace KnowledgeBase.Diagnostics;

/// <summary>Every kind of mistake that the compiler reports. One line a code; the numbers are never reused.</summary>
public static class DiagnosticCodes
{
    // Files
    public static readonly DiagnosticCode UnreadableFile = new("KB101", Error, "Check that the file exists and that the server may read it.");
    public static readonly DiagnosticCode LinkOutOfTree = new("KB102", Error, "Copy the file into the content folder, or link to a place inside it.");
    public static readonly DiagnosticCode NotUtf8 = new("KB103", Warning, "Save the file as UTF-8.");
    public static readonly DiagnosticCode TwoPageFiles = new("KB104", Warning, "Keep one page file for each language in a folder.");
    public static readonly DiagnosticCode NotAPage = new("KB105", Warning, "Put it into a folder of its own below the pages root, as name.md or name.en.md.");
    public static readonly DiagnosticCode PageCut = new("KB106", Error, "Split the page into several pages.");
    public static readonly DiagnosticCode PageTooComplex = new("KB107", Error, "Simplify the marked place: nest less deeply, close every bracket, or split the page.");
    public static readonly DiagnosticCode NoPages = new("KB108", Warning, "Add a folder with a page file, for example pages/01.home/default.md.");

    // Front matter
    public static readonly DiagnosticCode HeaderReadLeniently = new("KB110", Warning, "Put the value in single quotes, or mend the indentation.");
    public static readonly DiagnosticCode HeaderLineLost = new("KB111", Error, "Write 'key: value', with a blank after the colon and quotes around special characters.");
    public static readonly DiagnosticCode HeaderNotClosed = new("KB112", Warning, "End the header with a line that holds only '---'.");
    public static readonly DiagnosticCode DuplicateKey = new("KB113", Warning, "Keep one of them; the first one counts.");
    public static readonly DiagnosticCode UnclearBoolean = new("KB114", Warning, "Write true or false.");
    public static readonly DiagnosticCode KeyCase = new("KB115", Warning, "Keys are case-sensitive: write it in lower case.");
    public static readonly DiagnosticCode MissingTitle = new("KB116", Warning, "Add 'title:' to the header.");
    public static readonly DiagnosticCode UnexpectedShape = new("KB117", Warning, "The handbook for authors shows the shape of this key under 'Pages and folders'.");
    public static readonly DiagnosticCode AmbiguousDate = new("KB120", Warning, "Write the date as year-month-day, for example 2019-08-14 10:51.");
    public static readonly DiagnosticCode InvalidDate = new("KB121", Warning, "Write the date as year-month-day, for example 2019-08-14 10:51.");

    // Routes
    public static readonly DiagnosticCode DuplicateRoute = new("KB130", Error, "Rename one of the folders, or give one page a 'slug:'.");
    public static readonly DiagnosticCode AliasCollision = new("KB131", Warning, "Keep the alias on one page only.");
    public static readonly DiagnosticCode UnusableRoute = new("KB132", Warning, "Use letters, digits and hyphens, with '/' between the parts.");
    public static readonly DiagnosticCode RedirectNowhere = new("KB133", Error, "Redirect to a page that exists, or to a full address.");
    public static readonly DiagnosticCode ReservedRoute = new("KB134", Warning, "Give the page another 'slug:'.");

    // Links and media
    public static readonly DiagnosticCode BrokenLink = new("KB140", Error, "Link to the page's file, or to its route beginning with '/'.");
    public static readonly DiagnosticCode DeadAnchor = new("KB141", Warning, "Use the id of a heading of that page; hover over the heading to see it.");
    public static readonly DiagnosticCode MissingMedia = new("KB142", Error, "Put the file beside the page, or correct its name; capitals count.");
    public static readonly DiagnosticCode LinkSpelling = new("KB143", Warning, "Write the name exactly as the folder or file is called.");
    public static readonly DiagnosticCode LinkOutOfRoot = new("KB144", Error, "Remove some of the '../'.");
    public static readonly DiagnosticCode UnsafeLink = new("KB145", Error, "Use http, https, mailto, tel or ftp.");
    public static readonly DiagnosticCode MissingGalleryFile = new("KB146", Info, "Remove the name from 'media_order'.");
    public static readonly DiagnosticCode TooManyActions = new("KB147", Warning, "Keep the few actions that are needed, such as width and classes.");

    // Markdown
    public static readonly DiagnosticCode UnclosedFence = new("KB150", Warning, "Close the code block with as many marks as it was opened with.");
    public static readonly DiagnosticCode UnclosedShortcode = new("KB151", Warning, "Add the closing shortcode.");
    public static readonly DiagnosticCode UnknownShortcode = new("KB152", Info, "Remove it, or write it as code to show it.");
    public static readonly DiagnosticCode TwigNotRun = new("KB153", Warning, "Write the content itself: Twig is shown as text and never run.");
    public static readonly DiagnosticCode HtmlRemoved = new("KB154", Warning, "Write it as Markdown, or show it as code.");
    public static readonly DiagnosticCode UnknownTag = new("KB155", Info, "Write it as code, or as &lt;…&gt;, to make clear that it is text.");
    public static readonly DiagnosticCode LoneBacktick = new("KB156", Info, "Close the code with a second backtick, or write \\`.");
    public static readonly DiagnosticCode HeadingLevelSkipped = new("KB157", Info, "Use the next level; screen readers announce levels, so a missing one sounds like a missing heading.");
    public static readonly DiagnosticCode DuplicateId = new("KB158", Warning, "Give each heading an id of its own.");

    // Issues
    public static readonly DiagnosticCode IssueWithoutProblem = new("KB201", Warning, "Add '**Problem Statement:**' and what the customer sees.");
    public static readonly DiagnosticCode IssueWithoutSolution = new("KB202", Warning, "Add '**Solution:**', and say so where none exists yet.");
    public static readonly DiagnosticCode UnknownLabel = new("KB203", Info, "It is shown as a section of its own; use a known label if you meant one.");
    public static readonly DiagnosticCode DuplicateIssueTitle = new("KB204", Warning, "Give each issue of a page a title of its own, so that links to it stay.");
    public static readonly DiagnosticCode MixedSolutionLabels = new("KB205", Warning, "Put all alternatives under one label.");
    public static readonly DiagnosticCode UnlabelledIssue = new("KB206", Warning, "Add '**Problem Statement:**' and '**Solution:**' below the heading.");

    // The wizard's rules
    public static readonly DiagnosticCode UnreadableRules = new("KB300", Error, "Mend the YAML at the marked place; the topics that need it step aside meanwhile.");
    public static readonly DiagnosticCode UnknownFact = new("KB301", Error, "Declare the fact in wizard/facts.yaml, or correct its name.");
    public static readonly DiagnosticCode UnknownOption = new("KB302", Error, "Add the option to the fact in wizard/facts.yaml, or correct its name.");
    public static readonly DiagnosticCode BooleanName = new("KB303", Error, "Put the word in single quotes: bare it is true or false for YAML.");
    public static readonly DiagnosticCode ImpossibleIssue = new("KB304", Error, "Change the condition or the implication; nobody can ever reach this issue.");
    public static readonly DiagnosticCode ImpossibleSolution = new("KB305", Error, "Change the condition of the solution so that it fits the one of its issue.");
    public static readonly DiagnosticCode NoFallback = new("KB306", Error, "Add 'fallback: {title: …, body: fallback.md, contact: …}' to wizard/facts.yaml, and the text beside it.");
    public static readonly DiagnosticCode UnboundSolution = new("KB307", Error, "Copy the first words of the bullet from the page; they must fit exactly one.");
    public static readonly DiagnosticCode BulletWithoutRule = new("KB308", Error, "Add an entry with the first words of the bullet below 'solutions:'.");
    public static readonly DiagnosticCode LanguagesDiffer = new("KB309", Error, "Give the issue the same solutions in every language.");
    public static readonly DiagnosticCode NoSolutionUnsaid = new("KB310", Error, "List the solutions, or write 'no_solution: true' where the page says that there is none.");
    public static readonly DiagnosticCode SameCondition = new("KB311", Error, "Merge the issues, or add a fact that tells them apart.");
    public static readonly DiagnosticCode NotCovered = new("KB312", Error, "Add an issue for these answers, or remove 'exhaustive: true'.");
    public static readonly DiagnosticCode ImplicationEmpties = new("KB313", Error, "Change one of the implications: this answer excludes itself.");
    public static readonly DiagnosticCode NoFailingExample = new("KB314", Error, "Add an example with 'reads: {}' below 'examples:', with output that must not decide anything.");
    public static readonly DiagnosticCode UnusablePattern = new("KB315", Error, "Write the pattern without look-around and back-references; it must run in linear time.");
    public static readonly DiagnosticCode ScenarioFails = new("KB316", Error, "Correct the scenario, or the rule that has changed.");
    public static readonly DiagnosticCode UnexpectedRule = new("KB317", Error, "The handbook for authors shows the shape of this key under 'Teaching the wizard'.");
    public static readonly DiagnosticCode RuleLeadsNowhere = new("KB318", Error, "Correct the name, or add what it names.");
    public static readonly DiagnosticCode DuplicateRule = new("KB319", Error, "Give each of them a name of its own.");
    public static readonly DiagnosticCode NeedlessQuestion = new("KB320", Warning, "Use the fact in a condition, or remove it.");
    public static readonly DiagnosticCode MergeableCubes = new("KB321", Warning, "Write them as one, with the options of both.");
    public static readonly DiagnosticCode LookAlikeOptions = new("KB322", Warning, "Merge the options, or write 'similar: ok' where visitors know them apart.");
    public static readonly DiagnosticCode Subsumed = new("KB323", Warning, "Write 'specific_to:' with the other issue where it is meant, or narrow one condition.");
    public static readonly DiagnosticCode LongInterview = new("KB324", Warning, "Pin a question that divides the issues better, lower its cost, or raise 'max_questions'.");
    public static readonly DiagnosticCode UnprotectedLiteral = new("KB325", Warning, "Add a scenario whose outcome depends on this line.");
    public static readonly DiagnosticCode NoUnknownScenario = new("KB326", Warning, "Add a scenario that reaches the issue with one answer unknown.");
    public static readonly DiagnosticCode ExclusiveOverlap = new("KB327", Error, "Narrow one of the conditions, or take one issue out of 'exclusive:'.");
    public static readonly DiagnosticCode CoverUndecided = new("KB328", Warning, "Split the topic, or use fewer facts in its conditions, so that the proof ends.");
    public static readonly DiagnosticCode NoSolutionLeft = new("KB329", Warning, "Give one of the solutions a wider condition, or add one for these answers.");
    public static readonly DiagnosticCode EmptyLiteral = new("KB330", Warning, "Remove the line: it allows every option and decides nothing.");

    // Configuration
    public static readonly DiagnosticCode UnreadableConfiguration = new("KB401", Error, "Mend the YAML at the marked place; the defaults are used meanwhile.");
    public static readonly DiagnosticCode HomeNotFound = new("KB402", Error, "Set home.alias to the route of an existing page.");
    public static readonly DiagnosticCode InvalidPattern = new("KB403", Error, "Mend the regular expression; the rule is left out meanwhile.");
    public static readonly DiagnosticCode UnexpectedSetting = new("KB404", Warning, "See Grav's documentation for the shape of this setting; the default is used meanwhile.");
    public static readonly DiagnosticCode UnreadableSynonyms = new("KB405", Warning, "Write 'SG = security group', 'freeze, hang' or 'website => web server'; the line is left out meanwhile.");

    /// <summary>Every code, in the order of their numbers.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        .. typeof(DiagnosticCodes).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticCode>().OrderBy(code => code.Id, StringComparer.Ordinal),
    ];
}
